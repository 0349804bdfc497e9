import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Role = 'relay' | 'projector' | 'command-api' | 'query-api' | 'analyst';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** One role in a process of its own, started as an orchestrator starts it: by its program and its environment. */
export class RoleProcess {
  #child: ChildProcess | null = null;
  #serves: Promise<unknown[]> = Promise.resolve([]);
  #port: number;
  #said = '';

  constructor(
    readonly role: Role,
    private readonly environment: Readonly<Record<string, string>>,
    port = 0,
    private readonly nodeOptions: readonly string[] = [],
  ) {
    this.#port = port;
  }

  /** Its address; the same after every start but the first. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The last lines that it, and its earlier processes, wrote to stderr. */
  get said(): string {
    return this.#said;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  get runs(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves when it has found its servers and serves. */
  async start(): Promise<void> {
    this.begin();
    const [serving] = await Promise.race([this.#serves, this.ended().then(() => [null])]);
    if (!serving) throw new Error(`The ${this.role} ended with ${this.#child!.exitCode ?? this.#child!.signalCode} before it served: ${this.#said}`);
    this.#port = Number(new URL((serving as { url: string }).url).port);
  }

  /** Starts it without waiting until it serves. */
  begin(): void {
    const script = fileURLToPath(import.meta.resolve(`@tenure/engine/roles/${this.role}`));
    const { PATH, TMPDIR } = process.env;
    const env = { PATH, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...this.environment, TENURE_HOST: '127.0.0.1', TENURE_PORT: String(this.#port) };
    // With a channel: it ends by itself when this process does.
    const child = fork(script, [], { env, execArgv: [...this.nodeOptions], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#child = child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-20_000);
    });
    this.#serves = once(child, 'message');
  }

  /** Resolves with the exit code, whatever ended it. */
  async ended(): Promise<number | null> {
    const child = this.#child!;
    if (this.runs) await once(child, 'exit');
    return child.exitCode;
  }

  /** Ends it as an orchestrator does; answers the exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Kills it as a power cut does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Freezes it, with its connections open, until `resume`. */
  pause(): void {
    this.#child!.kill('SIGSTOP');
  }

  resume(): void {
    this.#child!.kill('SIGCONT');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child || !this.runs) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }
}
