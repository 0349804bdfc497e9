import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '../engine/client.js';
import { EngineProcess } from '../engine/engine-process.js';

const runtime = fileURLToPath(new URL('../../chaos/unruly-runtime.mjs', import.meta.url));
const failingWrites = fileURLToPath(new URL('../../chaos/failing-writes.c', import.meta.url));

/** An engine whose disk, clock and threads can be made to fail while it runs. */
export class UnrulyEngine {
  #process: EngineProcess | null = null;
  readonly #order: string;
  readonly #eio: string;
  readonly #environment: Record<string, string>;
  #peakMemory = 0;

  constructor(readonly folder: string) {
    const shim = join(folder, 'failing-writes.so');
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, failingWrites, '-ldl']);
    this.#order = join(folder, 'order.json');
    this.#eio = join(folder, 'eio');
    this.#environment = {
      NODE_OPTIONS: `--import ${runtime}`,
      LD_PRELOAD: shim,
      TENURE_CHAOS_ORDER: this.#order,
      TENURE_CHAOS_EIO: this.#eio,
    };
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  get client(): Client {
    return this.#running.client;
  }

  get stderr(): string {
    return this.#running.stderr;
  }

  async start(): Promise<void> {
    this.#process = await EngineProcess.start({ data: this.data, environment: this.#environment });
  }

  async kill(): Promise<void> {
    this.#peakMemory = this.peakMemory();
    await this.#running.kill();
  }

  /** Answers the exit code. */
  async stop(): Promise<number | null> {
    this.#peakMemory = this.peakMemory();
    return this.#running.stop();
  }

  isRunning(): boolean {
    return this.#process?.isRunning() ?? false;
  }

  endThread(n: number): void {
    this.#tell({ endThread: n });
  }

  /** Offsets the wall clock of the engine from the true one. */
  setClockOff(ms: number): void {
    this.#tell({ wallClock: ms });
  }

  /** From now on the log cannot be written, until `healDisk`. */
  failDisk(): void {
    writeFileSync(this.#eio, '');
  }

  healDisk(): void {
    rmSync(this.#eio, { force: true });
  }

  /** The peak memory of all processes of this engine, in bytes. */
  peakMemory(): number {
    if (!this.isRunning()) return this.#peakMemory;
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.#running.pid}/status`, 'utf8'));
    return Math.max(this.#peakMemory, Number(peak![1]) * 1024);
  }

  get #running(): EngineProcess {
    if (!this.#process) throw new Error('The engine was not started.');
    return this.#process;
  }

  #tell(order: object): void {
    writeFileSync(this.#order, JSON.stringify(order));
    process.kill(this.#running.pid, 'SIGUSR2');
  }
}
