import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnaskedConnections } from '../transport/unasked-connections.js';
import { answerWaiting } from './answer-waiting.js';

/** As Fastify has them for a server that it makes itself: a gateway keeps its connections, and a body may take its time. */
const KEEP_ALIVE_MS = 72_000;
const LONGEST_REQUEST_MS = 0;

/**
 * The HTTP server of a process that listens before there is anything to serve. Until an application takes over it says what
 * is waited for; then the same server, with the connections it has, is the application's.
 */
export class Entrance {
  readonly server: Server = createServer((request, response) => this.#answer(request, response));
  readonly unasked = new UnaskedConnections();
  #answer: RequestListener = answerWaiting('The process starts.');
  #served = false;

  private constructor() {
    this.server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.server.requestTimeout = LONGEST_REQUEST_MS;
    this.unasked.watch(this.server);
  }

  /** Resolves when it listens. Port 0 takes a free one. Rejects with `EADDRINUSE` for a taken one. */
  static async open({ host, port }: { readonly host: string; readonly port: number }): Promise<Entrance> {
    const entrance = new Entrance();
    await new Promise<void>((resolve, reject) => {
      entrance.server.once('error', reject).listen(port, host, () => {
        entrance.server.off('error', reject);
        resolve();
      });
    });
    return entrance;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** What is missing, where, and what to do: for anybody who asks `/health/ready`, so without passwords. */
  waitsFor(reason: string): void {
    if (!this.#served) this.#answer = answerWaiting(reason);
  }

  /** From the next request on, also on connections that are open. */
  serve(answer: RequestListener): void {
    this.#served = true;
    this.#answer = answer;
  }

  /** Takes no new connections; resolves when those of an application have ended. Whoever only waited has nothing to finish. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((resolve) => this.server.close(resolve));
    if (!this.#served) this.server.closeAllConnections();
    await closed;
  }
}
