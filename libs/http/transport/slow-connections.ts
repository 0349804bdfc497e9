import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from '../problems/problem.js';
import { refuseConnection } from './unreadable-request.js';

export interface Patience {
  /** Length of the window in which bytes must move. */
  readonly patienceMs: number;
  /** How many bytes must move. */
  readonly leastBytes: number;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Bytes at the beginning of the window, or when we last waited for the client. */
  received: number;
  sent: number;
  receivedAt: number;
  sentAt: number;
}

const LOOKS_PER_WINDOW = 6;

/**
 * Ends exchanges whose client holds us up: a body that arrives too slowly, an answer that is not read. Resources of such an
 * answer, such as a snapshot of the read models, are closed with it. A client that waits for us is never ended.
 */
export class SlowConnections {
  readonly #exchanges = new Set<Exchange>();
  readonly #looks: NodeJS.Timeout;

  constructor(
    server: Server,
    private readonly patience: Patience,
  ) {
    server.prependListener('request', (request, response) => this.#watch(request, response));
    this.#looks = setInterval(() => this.#look(), patience.patienceMs / LOOKS_PER_WINDOW).unref();
    server.once('close', () => clearInterval(this.#looks));
  }

  #watch(request: IncomingMessage, response: ServerResponse): void {
    const now = performance.now();
    const { socket } = request;
    const exchange: Exchange = { request, response, received: socket.bytesRead, sent: sentBy(socket), receivedAt: now, sentAt: now };
    this.#exchanges.add(exchange);
    response.once('close', () => this.#exchanges.delete(exchange));
  }

  #look(): void {
    const now = performance.now();
    const { patienceMs, leastBytes } = this.patience;
    for (const exchange of this.#exchanges) {
      const { request, response } = exchange;
      const { socket } = request;
      // A body that we do not read, because we are busy with its earlier part, is not slow.
      const waitsForBody = !request.complete && request.readableFlowing !== false && request.readableLength === 0;
      if (!waitsForBody || socket.bytesRead - exchange.received >= leastBytes) {
        exchange.received = socket.bytesRead;
        exchange.receivedAt = now;
      }
      if (socket.writableLength === 0 || sentBy(socket) - exchange.sent >= leastBytes) {
        exchange.sent = sentBy(socket);
        exchange.sentAt = now;
      }
      if (now - exchange.sentAt >= patienceMs) socket.destroy();
      else if (now - exchange.receivedAt >= patienceMs) this.#endSlowBody(socket, response);
    }
  }

  #endSlowBody(socket: Socket, response: ServerResponse): void {
    if (response.headersSent) {
      socket.destroy();
      return;
    }
    const { patienceMs, leastBytes } = this.patience;
    refuseConnection(socket, new Problem('request-timeout', `The body came in too slowly: less than ${leastBytes} bytes in ${patienceMs / 1_000} s.`));
  }
}

/** Bytes that the kernel has taken. */
function sentBy(socket: Socket): number {
  return socket.bytesWritten - socket.writableLength;
}
