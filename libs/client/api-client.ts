import { jsonLines } from './json-lines.js';
import { type ProblemError, problemOf } from './problem-error.js';
import type { Answer, Carried, Line, Method, Request, Route } from './routes.js';
import { asUnreachable } from './unreachable.js';

export interface ClientOptions {
  /** `http://127.0.0.1:7070`; a path in it is kept, for an engine behind a proxy. */
  readonly url: string;
  /** An API key; null sends no key, for routes that need none (`/health`, `/docs`). */
  readonly token: string | null;
  readonly signal?: AbortSignal | undefined;
  /** Called when an answer says that the key is not good, or not any more (401); the call throws all the same. */
  readonly keyRefused?: ((problem: ProblemError) => void) | undefined;
}

/** A request without its types. */
export interface Carrying {
  readonly path?: object;
  readonly query?: object;
  readonly header?: object;
  readonly body?: unknown;
}

/**
 * Talks to one engine by `fetch`, in a browser as in Node: every route of `openapi.json` that answers JSON, with its parameters, bodies and
 * answers typed. Every call throws `ProblemError` for an answer that is not a success, and `Unreachable` when there is no answer.
 */
export class ApiClient {
  readonly url: string;
  protected readonly token: string | null;
  /** Aborts the calls under way: they throw its reason. */
  readonly signal: AbortSignal | undefined;
  readonly #keyRefused: ClientOptions['keyRefused'];

  constructor({ url, token, signal, keyRefused }: ClientOptions) {
    this.url = url.replace(/\/+$/, '');
    this.token = token;
    this.signal = signal;
    this.#keyRefused = keyRefused;
  }

  get<Path extends Route<'get'>>(path: Path, ...[request]: Carried<Request<'get', Path>>): Promise<Answer<'get', Path>> {
    return this.#json('get', path, request ?? {});
  }

  post<Path extends Route<'post'>>(path: Path, ...[request]: Carried<Request<'post', Path>>): Promise<Answer<'post', Path>> {
    return this.#json('post', path, request ?? {});
  }

  delete<Path extends Route<'delete'>>(path: Path, ...[request]: Carried<Request<'delete', Path>>): Promise<Answer<'delete', Path>> {
    return this.#json('delete', path, request ?? {});
  }

  /** The same engine with another signal: what is asked for a page ends with it. */
  until(signal: AbortSignal): ApiClient {
    return new ApiClient({ url: this.url, token: this.token, signal, keyRefused: this.#keyRefused });
  }

  /** The answer of a route as another type, such as `text/csv`, whole. */
  async file<Path extends Route<'get'>>(path: Path, type: string, ...[request]: Carried<Request<'get', Path>>): Promise<Blob> {
    const { status, content } = await this.#exchange('get', path, type, request ?? {}, (answer) => answer.blob());
    if (status >= 300) throw this.#problemOf(status, await content.text());
    return content;
  }

  /**
   * Sends a file as it lies on the disk, and reads the NDJSON answer line by line. A browser sends all of it before it reads: over HTTP/1.1 it
   * streams no body of its own.
   */
  async *postFile<Path extends Route<'post'>>(path: Path, file: Blob, ...[request]: Carried<Omit<Request<'post', Path>, 'body'>>): AsyncGenerator<Line<Path>> {
    const url = this.urlOf(path, request ?? {});
    const headers = this.headers({ accept: 'application/x-ndjson', 'content-type': 'application/octet-stream' });
    let began = false;
    try {
      const answer = await fetch(url, { method: 'POST', headers, body: file, ...(this.signal ? { signal: this.signal } : {}) });
      if (answer.status >= 300) throw this.#problemOf(answer.status, await answer.text());
      began = true;
      yield* jsonLines<Line<Path>>(chunksOf(answer.body!));
    } catch (error) {
      throw this.signal?.aborted ? this.signal.reason : asUnreachable(url.origin, error, began);
    }
  }

  async #json<M extends Method, Path extends Route<M>>(method: M, path: Path, request: Carrying): Promise<Answer<M, Path>> {
    const { status, content: text } = await this.#exchange(method, path, 'application/json', request, (answer) => answer.text());
    if (status >= 300) throw this.#problemOf(status, text);
    if (text === '') return undefined as Answer<M, Path>;
    try {
      return JSON.parse(text) as Answer<M, Path>;
    } catch {
      throw problemOf(status, text);
    }
  }

  #problemOf(status: number, body: string): ProblemError {
    const problem = problemOf(status, body);
    if (status === 401) this.#keyRefused?.(problem);
    return problem;
  }

  async #exchange<Content>(method: Method, path: string, accept: string, request: Carrying, read: (answer: Response) => Promise<Content>) {
    const url = this.urlOf(path, request);
    const { body, header } = request;
    try {
      const answer = await fetch(url, {
        method: method.toUpperCase(),
        headers: this.headers({ accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...header }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(this.signal ? { signal: this.signal } : {}),
      });
      return { status: answer.status, content: await read(answer) };
    } catch (error) {
      throw this.signal?.aborted ? this.signal.reason : asUnreachable(url.origin, error);
    }
  }

  /** The address of a request: path and query, without its headers. */
  urlOf(path: string, { path: parts = {}, query = {} }: Carrying): URL {
    const named = parts as Readonly<Record<string, string>>;
    const url = new URL(this.url + path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name]!)));
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    }
    return url;
  }

  protected headers(more: Readonly<Record<string, string | undefined>>): Record<string, string> {
    const given = Object.fromEntries(Object.entries(more).filter((header): header is [string, string] => header[1] !== undefined));
    return this.token === null ? given : { authorization: `Bearer ${this.token}`, ...given };
  }
}

/** Not every browser iterates a stream by itself. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
