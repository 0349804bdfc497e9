import { hash, timingSafeEqual } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TIME_LIMITS } from '../transport/time-limits.js';
import { UnaskedConnections } from '../transport/unasked-connections.js';
import { answerWaiting } from './answer-waiting.js';

/** Fastify's value for its own servers: a gateway keeps its connections. */
const KEEP_ALIVE_MS = 72_000;

export interface EntranceOptions {
  readonly host: string;
  readonly port: number;
  /** A sender of this key learns what the process waits for. */
  readonly apiKey?: string | null;
}

type MayHear = (authorization: string | undefined) => boolean;

function holderOf(apiKey: string | null): MayHear {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  const wanted = apiKey === null ? null : digest(`Bearer ${apiKey}`);
  return (authorization) => wanted !== null && authorization !== undefined && timingSafeEqual(digest(authorization), wanted);
}

/**
 * The HTTP server of a process that listens before it can serve. Until an application takes over it says what the process waits
 * for; then the same server, with its open connections, belongs to the application.
 */
export class Entrance {
  readonly server: Server = createServer(TIME_LIMITS, (request, response) => this.#answer(request, response));
  readonly unasked = new UnaskedConnections();
  #answer: RequestListener;
  #served = false;

  private constructor(private readonly mayHear: MayHear) {
    this.#answer = answerWaiting('The process starts.', mayHear);
    this.server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.unasked.watch(this.server);
  }

  /** Resolves when it listens. Port 0 takes a free one. Rejects with `EADDRINUSE` for a taken one. */
  static async open({ host, port, apiKey = null }: EntranceOptions): Promise<Entrance> {
    const entrance = new Entrance(holderOf(apiKey));
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

  /** What is missing, where, and what to do: told to callers of `/health/ready` with the key, so without passwords. */
  waitsFor(reason: string): void {
    if (!this.#served) this.#answer = answerWaiting(reason, this.mayHear);
  }

  /** Takes effect with the next request, also on open connections. */
  serve(answer: RequestListener): void {
    this.#served = true;
    this.#answer = answer;
  }

  /** Refuses new connections; resolves when those of an application have ended. A connection that only waited has nothing to finish. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((resolve) => this.server.close(resolve));
    if (!this.#served) this.server.closeAllConnections();
    await closed;
  }
}
