import { openConnection } from './http-connection.js';

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
  /** Answers that were not a success, by status. */
  readonly failures: ReadonlyMap<string, number>;
}

/** Clients with one keep-alive connection each, which send the next request when the last one is answered. */
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
        const { status } = await connection.exchange(
          `${method} ${path} HTTP/1.1\r\n${fixed}${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
        latencies.push(performance.now() - sent);
        if (!status.startsWith('2')) failures.set(status, (failures.get(status) ?? 0) + 1);
      }
      connection.close();
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  return { perSecond: latencies.length / elapsed, latencies: Float64Array.from(latencies), failures };
}
