import { randomUUID } from 'node:crypto';

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  json<T = Record<string, unknown>>(): T;
}

export interface Accepted {
  readonly commandId: string;
  readonly customerId: string;
  readonly revision: number;
  readonly position: string;
  readonly events: readonly { readonly eventId: string; readonly type: string; readonly revision: number }[];
}

export interface Event {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  readonly revision: number;
  readonly time: string;
  readonly recordedtime: string;
  readonly commandid: string;
  readonly actor: string;
  readonly data: Record<string, unknown>;
}

export interface CheckResult {
  readonly identical: boolean;
  readonly digest: string;
  readonly events: number;
}

interface SendOptions {
  readonly key?: string;
  readonly revision?: number;
}

/** Plain HTTP, as an integrator writes it: no code of Tenure's is between the test and the engine. */
export class Client {
  constructor(
    readonly url: string,
    private readonly key: string | null,
  ) {}

  /** The same engine with another key, or with none. */
  with(key: string | null): Client {
    return new Client(this.url, key);
  }

  /** The answer with its body still to be read. */
  open(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
    const authorization: Record<string, string> = this.key === null ? {} : { authorization: `Bearer ${this.key}` };
    return fetch(this.url + path, { ...init, headers: { ...authorization, ...(init.headers as Record<string, string>) } });
  }

  async ask(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Answer> {
    const response = await this.open(path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T };
  }

  /** The body of a 200; any other answer rejects with its content. */
  async get<T = Record<string, unknown>>(path: string): Promise<T> {
    return successful(await this.ask(path), path).json<T>();
  }

  async post<T = Record<string, unknown>>(path: string, body: object): Promise<T> {
    return successful(await this.postAnswer(path, body), path).json<T>();
  }

  postAnswer(path: string, body: object): Promise<Answer> {
    return this.ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  /** Sends a command and answers the response, whatever it is. */
  send(name: string, data: object, { key = randomUUID(), revision }: SendOptions = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }) };
    return this.ask(`/v1/commands/${name}`, { method: 'POST', headers, body: JSON.stringify(data) });
  }

  /** Sends a command that must be accepted. */
  async accept(name: string, data: object, options: SendOptions = {}): Promise<Accepted> {
    return successful(await this.send(name, data, options), name).json<Accepted>();
  }

  /** Many commands in one body; each line of the answer belongs to one. */
  async bulk<T = Record<string, unknown>>(lines: readonly (object | string)[]): Promise<T[]> {
    const body = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const answer = await this.ask('/v1/commands', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body });
    return parseLines<T>(successful(answer, 'bulk').text);
  }

  /** Sends a file; the last line of the answer is the result. */
  async importFile<T = Record<string, unknown>>(kind: string, body: string | Uint8Array, options: Readonly<Record<string, string>>): Promise<T[]> {
    const path = `/v1/imports/${kind}?${new URLSearchParams(options)}`;
    return parseLines<T>(
      successful(await this.ask(path, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: Buffer.from(body as string) }), path).text,
    );
  }

  /** The position of the last event recorded. */
  async head(): Promise<string> {
    const { log } = await this.get<{ log: { position: string } }>('/v1/status');
    return log.position;
  }

  /** A read that includes everything recorded so far. */
  async current<T = Record<string, unknown>>(path: string): Promise<T> {
    const separator = path.includes('?') ? '&' : '?';
    return this.get<T>(`${path}${separator}minPosition=${await this.head()}&timeout=60000`);
  }

  /** Every public event of the log, in order. */
  async events(): Promise<Event[]> {
    const events: Event[] = [];
    let after: string | null = null;
    do {
      const page: { items: Event[]; next: string | null } = await this.get(`/v1/events?limit=1000${after === null ? '' : `&after=${after}`}`);
      events.push(...page.items);
      after = page.next;
    } while (after !== null);
    return events;
  }

  /** Rebuilds beside the live read models and compares the bytes. */
  async check(): Promise<CheckResult> {
    const { id } = await this.post<{ id: string }>('/v1/operations/rebuilds', { check: true });
    for (;;) {
      const run = await this.get<{ state: string; reason?: string; result?: CheckResult }>(`/v1/operations/rebuilds/${id}`);
      if (run.state === 'done') return run.result!;
      if (run.state !== 'running') throw new Error(`The check ${run.state}: ${run.reason}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

export function parseLines<T = Record<string, unknown>>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function successful(answer: Answer, what: string): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`${what} was answered ${answer.status}: ${answer.text.slice(0, 2_000)}`);
}
