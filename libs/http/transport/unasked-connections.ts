import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections without any request so far: browsers and HTTP clients open them ahead of time. Node counts them as busy,
 * so that a closing server would wait for them.
 */
export class UnaskedConnections {
  readonly #sockets = new Set<Socket>();

  watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('request', ({ socket }) => this.#sockets.delete(socket));
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
