import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { LocalServerUnavailable, missingProgram } from './server-unavailable.js';

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly port: number;
  /** The signal that ends this server at once, in good order. */
  readonly stopSignal: NodeJS.Signals;
  /** Checks that the server serves; it may accept connections before that. */
  readonly ready?: () => Promise<boolean>;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

/**
 * One process of a server. Its standard input is a pipe that stays empty: a server that watches it ends when this process does,
 * whatever the reason.
 */
export class ServerProcess {
  #output = '';
  #failure: unknown = null;
  readonly #ended: Promise<unknown>;

  private constructor(
    private readonly command: ServerCommand,
    private readonly child: ChildProcess,
  ) {
    const keep = (text: string) => {
      this.#output = (this.#output + text).slice(-4_000);
    };
    child.stdout!.setEncoding('utf8').on('data', keep);
    child.stderr!.setEncoding('utf8').on('data', keep);
    this.#ended = once(child, 'exit').catch((error) => {
      this.#failure = error;
    });
  }

  /** Resolves when the server serves. */
  static async start(command: ServerCommand): Promise<ServerProcess> {
    const child = spawn(command.program, command.args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const server = new ServerProcess(command, child);
    const limit = Date.now() + START_LIMIT_MS;
    while (!(await answers(command.port)) || !(await (command.ready?.() ?? true))) {
      if (!server.running || Date.now() > limit) {
        await server.kill();
        throw server.#neverAnswered();
      }
      await delay(50);
    }
    return server;
  }

  get pid(): number {
    return this.child.pid!;
  }

  get running(): boolean {
    return this.#failure === null && this.child.exitCode === null && this.child.signalCode === null;
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    this.child.kill(this.command.stopSignal);
    const ended = await Promise.race([this.#ended.then(() => true), delay(STOP_LIMIT_MS, false, { ref: false })]);
    if (!ended) await this.kill();
  }

  async kill(): Promise<void> {
    if (this.running) this.child.kill('SIGKILL');
    await this.#ended;
  }

  #neverAnswered(): Error {
    const { program, port } = this.command;
    if ((this.#failure as NodeJS.ErrnoException | null)?.code === 'ENOENT') return missingProgram(program, this.#failure);
    return new LocalServerUnavailable(`"${program}" did not answer at port ${port}. It printed:\n${this.#output}`, { cause: this.#failure });
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
