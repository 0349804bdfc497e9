import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Schemas } from '@tenure/client';

type ExportManifest = Schemas['ExportManifest'];

/** The file of an export and its manifest. Until verified the file is called `.partial`: under its own name it is whole, or not there. */
export class ExportFile {
  private constructor(
    readonly path: string,
    private readonly partialPath: string,
    private readonly file: FileHandle,
  ) {}

  static async create(path: string): Promise<ExportFile> {
    const partialPath = `${path}.partial`;
    return new ExportFile(path, partialPath, await open(partialPath, 'w'));
  }

  get manifestPath(): string {
    return `${this.path}.manifest.json`;
  }

  async write(chunk: Buffer): Promise<void> {
    let written = 0;
    while (written < chunk.length) written += (await this.file.write(chunk, written)).bytesWritten;
  }

  /** The file is on disk before it takes its name. */
  async keep(manifest: ExportManifest): Promise<void> {
    await this.file.sync();
    await this.file.close();
    const { rows, sha256, bytes, asOf, definition, ...rest } = manifest;
    const body = { rows, sha256, bytes, position: asOf.position, asOf, definition, ...rest };
    const beside = await open(this.manifestPath, 'w');
    await beside.writeFile(`${JSON.stringify(body, null, 2)}\n`);
    await beside.sync();
    await beside.close();
    await rename(this.partialPath, this.path);
  }

  async discard(): Promise<void> {
    await this.file.close().catch(() => undefined); // already closed if `keep` failed
    await rm(this.partialPath, { force: true });
  }
}
