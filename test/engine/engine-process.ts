import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from './client.js';
import { apiKey, type ProgramOptions, spawnTenure } from './tenure-program.js';

export interface EngineOptions {
  readonly data: string;
  readonly port?: number;
  readonly environment?: ProgramOptions['environment'];
  readonly args?: readonly string[];
}

/** An engine in a process of its own, started as a person starts it, on a free port. */
export class EngineProcess {
  readonly client: Client;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly firstKey: string | null,
    private readonly said: { stderr: string },
  ) {
    this.client = new Client(url, apiKey);
  }

  static async start({ data, port = 0, environment, args = [] }: EngineOptions): Promise<EngineProcess> {
    const child = spawnTenure(['start', '--json', '--port', String(port), '--data', data, ...args], { cwd: dirname(data), environment });
    const said = { stderr: '' };
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    const line = await firstLine(child);
    if (line === null) throw new Error(`The engine did not start (exit code ${child.exitCode}): ${said.stderr}`);
    const { url, apiKey: firstKey } = JSON.parse(line) as { url: string; apiKey: string | null };
    return new EngineProcess(child, url, firstKey, said);
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Everything the engine has written to stderr: its log. */
  get stderr(): string {
    return this.said.stderr;
  }

  isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ends it as Ctrl-C does; answers the exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGINT');
  }

  /** Kills it as a power cut does, as far as a process can tell. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Waits until it ends by itself; answers the exit code. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return this.child.exitCode;
  }

  async #end(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null> {
    if (this.isRunning()) {
      this.child.kill(signal);
      await once(this.child, 'close');
    }
    return this.child.exitCode;
  }
}

async function firstLine(child: ChildProcess): Promise<string | null> {
  const lines = createInterface({ input: child.stdout! });
  const ended = once(child, 'close').then(() => null);
  return Promise.race([once(lines, 'line').then(([line]) => line as string), ended]);
}
