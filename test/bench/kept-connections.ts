import { Agent, request } from 'node:http';

/** Requests in JSON over connections that are kept, as a service talks to another. */
export class KeptConnections {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** The answer of a success; anything else rejects. */
  ask<Answer>(method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>> = {}, body?: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const all = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers };
      const asked = request(this.url + path, { method, agent: this.#agent, headers: all }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('error', reject).on('end', () => {
          const { statusCode = 0 } = answer;
          if (statusCode >= 200 && statusCode < 300) resolve(JSON.parse(text) as Answer);
          else reject(new Error(`${method} was answered ${statusCode} ${(JSON.parse(text) as { code: string }).code}`));
        });
      });
      asked.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
