import { connect, type Socket } from 'node:net';

export interface Load {
  readonly url: string;
  readonly token: string;
  readonly clients: number;
  readonly seconds: number;
  /** Called once for each request. */
  next(): LoadRequest;
}

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: string;
  readonly body?: string;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly latencies: Float64Array;
  /** Answers that were no success, by status. */
  readonly failures: ReadonlyMap<string, number>;
}

/**
 * Clients that each keep one connection open and send the next request when the last one is answered. It speaks
 * just enough HTTP/1.1 over bare sockets to cost a fraction of what is measured.
 */
export async function putLoadOn({ url, token, clients, seconds, next }: Load): Promise<LoadResult> {
  const { hostname, port, host } = new URL(url);
  const fixed = `Host: ${host}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
  const latencies: number[] = [];
  const failures = new Map<string, number>();
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = await openConnection(hostname, Number(port));
      while (performance.now() < end) {
        const { method, path, headers = '', body = '' } = next();
        const sent = performance.now();
        const status = await connection.exchange(`${method} ${path} HTTP/1.1\r\n${fixed}${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        latencies.push(performance.now() - sent);
        if (!status.startsWith('2')) failures.set(status, (failures.get(status) ?? 0) + 1);
      }
      connection.close();
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  return { perSecond: latencies.length / elapsed, latencies: Float64Array.from(latencies), failures };
}

interface Connection {
  /** The status code of the answer. */
  exchange(request: string): Promise<string>;
  close(): void;
}

async function openConnection(host: string, port: number): Promise<Connection> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opening = connect({ host, port, noDelay: true }, () => resolve(opening));
    opening.once('error', reject);
  });
  let received = '';
  let waiting: { resolve(status: string): void; reject(error: Error): void } | null = null;
  const fail = () => waiting?.reject(new Error('The connection was closed before the answer had come.'));
  socket.setEncoding('latin1').on('close', fail).on('error', fail);
  socket.on('data', (text: string) => {
    received += text;
    const head = received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const [, length] = /content-length: (\d+)/i.exec(received) ?? [];
    if (length === undefined) {
      waiting?.reject(new Error(`An answer without Content-Length: ${received.slice(0, head)}`));
      return;
    }
    if (received.length < head + 4 + Number(length)) return;
    const status = received.slice(9, 12);
    received = '';
    waiting?.resolve(status);
  });
  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close() {
      socket.off('close', fail);
      socket.destroy();
    },
  };
}
