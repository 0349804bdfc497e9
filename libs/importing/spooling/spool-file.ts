import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary file that nobody else can read, and that no crash leaves behind. */
export class SpoolFile {
  private constructor(
    private readonly folder: string,
    private readonly handle: FileHandle,
  ) {}

  static async open(parent: string = tmpdir()): Promise<SpoolFile> {
    const folder = await mkdtemp(join(parent, 'tenure-import-'));
    try {
      return new SpoolFile(folder, await open(join(folder, 'rows'), 'wx+', 0o600));
    } finally {
      // An open file outlives its name: should the process be killed, the system frees it. Windows refuses, hence again at close().
      await removed(folder);
    }
  }

  async write(bytes: Buffer, at: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) done += (await this.handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  }

  async read(into: Buffer, at: number): Promise<void> {
    for (let done = 0; done < into.length; ) {
      const { bytesRead } = await this.handle.read(into, done, into.length - done, at + done);
      if (bytesRead === 0) throw new Error('the temporary file of the import is shorter than what was written to it');
      done += bytesRead;
    }
  }

  async close(): Promise<void> {
    try {
      await this.handle.close();
    } finally {
      await removed(this.folder);
    }
  }
}

async function removed(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => {});
}
