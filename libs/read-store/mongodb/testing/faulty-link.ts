import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { firstField, splitMessages } from './wire.js';

const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify']);

/** What happens at one write: its request never arrives, its answer never arrives, or the request is held until it is released. */
export type Fault = 'request lost' | 'answer lost' | 'request held';

/**
 * A link to a server that fails at a chosen write. After a loss the link is cut, for all connections, until `mend`; a
 * held request arrives when it is released, however late.
 */
export class FaultyLink {
  readonly #sockets = new Set<Socket>();
  #armed: { fault: Fault; left: number } | null = null;
  #cut = false;
  #letGo: (() => void) | null = null;
  #onHeld: (() => void) | null = null;

  private constructor(
    private readonly listener: Server,
    private readonly port: number,
  ) {}

  static async to(url: string): Promise<FaultyLink> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const link = new FaultyLink(listener, Number(new URL(url).port));
    listener.on('connection', (client) => link.#connect(client));
    return link;
  }

  get url(): string {
    return `mongodb://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  /** True while the fault has not happened yet. */
  get armed(): boolean {
    return this.#armed !== null;
  }

  /** The fault hits the write number `at` from now on, counted from 1. */
  arm(fault: Fault, at: number): void {
    this.#armed = { fault, left: at };
  }

  /** Resolves when a request is being held. */
  held(): Promise<void> {
    return new Promise((resolve) => {
      this.#onHeld = resolve;
    });
  }

  letGo(): void {
    this.#letGo?.();
  }

  mend(): void {
    this.#armed = null;
    this.#cut = false;
  }

  async close(): Promise<void> {
    this.#sever();
    this.listener.close();
    await once(this.listener, 'close');
  }

  #connect(client: Socket): void {
    if (this.#cut) {
      client.destroy();
      return;
    }
    const server = connect(this.port, '127.0.0.1');
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
    }
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    let answersLost = false;
    server.on('data', (bytes) => {
      if (answersLost) this.#sever();
      else client.write(bytes);
    });
    splitMessages(client, (message) => {
      const fault = this.#strikes(message);
      if (fault === 'request lost') this.#sever();
      else if (fault === 'request held') this.#hold(() => server.write(message));
      else {
        answersLost ||= fault === 'answer lost';
        server.write(message);
      }
    });
  }

  #strikes(message: Buffer): Fault | null {
    if (!this.#armed || !WRITES.has(firstField(message))) return null;
    this.#armed.left -= 1;
    if (this.#armed.left > 0) return null;
    const { fault } = this.#armed;
    this.#armed = null;
    return fault;
  }

  #hold(forward: () => void): void {
    this.#letGo = forward;
    this.#onHeld?.();
  }

  #sever(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }
}
