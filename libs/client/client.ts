import type { IncomingMessage } from 'node:http';
import { chunksOf, exchange } from './exchange.js';
import { jsonLines } from './json-lines.js';
import { problemOf } from './problem-error.js';
import { asUnreachable } from './unreachable.js';

export type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface ClientOptions {
  /** `http://127.0.0.1:7070`; a path in it is kept, for an engine behind a proxy. */
  readonly url: string;
  /** An API key; null sends none, for what needs none (`/health`, `/docs`). */
  readonly token: string | null;
  readonly signal?: AbortSignal;
}

export interface Upload {
  readonly body: AsyncIterable<Uint8Array | string>;
  /** Default `application/x-ndjson`. */
  readonly contentType?: string;
}

/** Talks to one engine. Every call throws `ProblemError` for an answer that is not a success and `Unreachable` for none. */
export class TenureClient {
  readonly url: string;
  readonly #token: string | null;
  readonly #signal: AbortSignal | undefined;

  constructor({ url, token, signal }: ClientOptions) {
    this.url = url.replace(/\/+$/, '');
    this.#token = token;
    this.#signal = signal;
  }

  get<Answer>(path: string, parameters: Parameters = {}): Promise<Answer> {
    return this.#json('GET', path, parameters, undefined, {});
  }

  /** `headers`: `Idempotency-Key` and `If-Match` of a command. */
  post<Answer>(path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#json('POST', path, {}, body, headers);
  }

  delete<Answer>(path: string): Promise<Answer> {
    return this.#json('DELETE', path, {}, undefined, {});
  }

  /** The same engine without the signal, for what must still be said after it was aborted. */
  unstoppable(): TenureClient {
    return new TenureClient({ url: this.url, token: this.#token });
  }

  /** Sends a stream and reads the NDJSON answer while it is still being sent. */
  async *upload<Line>(path: string, { body, contentType = 'application/x-ndjson' }: Upload, parameters: Parameters = {}): AsyncGenerator<Line> {
    const url = this.#urlOf(path, parameters);
    const headers = this.#headers({ 'content-type': contentType, accept: 'application/x-ndjson' });
    const answer = await exchange({ method: 'POST', url, headers, body, signal: this.#signal });
    yield* jsonLines<Line>(chunksOf(answer, url.origin, this.#signal));
  }

  /** A streamed answer as it comes; read it with `chunksOf`. Its trailers are there once it has ended. */
  async stream(path: string, accept: string, parameters: Parameters = {}): Promise<IncomingMessage> {
    return exchange({ method: 'GET', url: this.#urlOf(path, parameters), headers: this.#headers({ accept }), signal: this.#signal });
  }

  async #json<Answer>(
    method: string,
    path: string,
    parameters: Parameters,
    body: object | undefined,
    extra: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const url = this.#urlOf(path, parameters);
    const headers = this.#headers({ accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...extra });
    let status: number;
    let text: string;
    try {
      const answer = await fetch(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(this.#signal ? { signal: this.#signal } : {}),
      });
      status = answer.status;
      text = await answer.text();
    } catch (error) {
      throw this.#signal?.aborted ? this.#signal.reason : asUnreachable(url.origin, error);
    }
    if (status >= 300) throw problemOf(status, text);
    if (text === '') return undefined as Answer;
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw problemOf(status, text);
    }
  }

  #urlOf(path: string, parameters: Parameters): URL {
    const url = new URL(this.url + path);
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    }
    return url;
  }

  #headers(more: Readonly<Record<string, string>>): Record<string, string> {
    return this.#token === null ? { ...more } : { authorization: `Bearer ${this.#token}`, ...more };
  }
}

/** The parts of a path, encoded: `pathOf('customers', id)` is `/v1/customers/<id>`. */
export function pathOf(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}
