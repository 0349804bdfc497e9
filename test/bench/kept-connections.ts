import { type Connection, openConnection } from './http-connection.js';

/** Requests in JSON over keep-alive connections, as many as are needed at a time. */
export class KeptConnections {
  readonly #idle: Connection[] = [];
  readonly #server: URL;

  constructor(
    url: string,
    private readonly token: string,
  ) {
    this.#server = new URL(url);
  }

  /** The answer of a success; any other answer rejects with its status and code. */
  async ask<Answer>(method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>> = {}, body?: object): Promise<Answer> {
    const { hostname, port, host } = this.#server;
    const connection = this.#idle.pop() ?? (await openConnection(hostname, Number(port)));
    const content = body === undefined ? '' : JSON.stringify(body);
    const lines = [
      `${method} ${path} HTTP/1.1`,
      `Host: ${host}`,
      `Authorization: Bearer ${this.token}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(content)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    const reply = await connection.exchange(`${lines.join('\r\n')}\r\n\r\n${content}`);
    this.#idle.push(connection);
    if (reply.status.startsWith('2')) return JSON.parse(reply.body) as Answer;
    throw new Error(`${method} was answered ${reply.status} ${(JSON.parse(reply.body) as { code: string }).code}`);
  }
}
