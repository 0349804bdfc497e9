import type { IncomingMessage } from 'node:http';
import { ApiClient } from './api-client.js';
import { chunksOf, exchange } from './exchange.js';
import { jsonLines } from './json-lines.js';
import type { Carried, Line, Request, Route } from './routes.js';

export interface Upload {
  readonly body: AsyncIterable<Uint8Array | string>;
  /** Default `application/x-ndjson`. */
  readonly contentType?: string;
}

/** The client for Node: what is sent and answered in a stream as well. */
export class TenureClient extends ApiClient {
  /** The same engine without the signal, for requests that must still be sent after it was aborted. */
  unstoppable(): TenureClient {
    return new TenureClient({ url: this.url, token: this.token });
  }

  /** Sends a stream and reads the NDJSON answer while it is still being sent. */
  async *upload<Path extends Route<'post'>>(
    path: Path,
    upload: Upload,
    ...[request]: Carried<Omit<Request<'post', Path>, 'body'>>
  ): AsyncGenerator<Line<Path>> {
    const { body, contentType = 'application/x-ndjson' } = upload;
    const url = this.urlOf(path, request ?? {});
    const headers = this.headers({ 'content-type': contentType, accept: 'application/x-ndjson' });
    const answer = await exchange({ method: 'POST', url, headers, body, signal: this.signal });
    yield* jsonLines<Line<Path>>(chunksOf(answer, url.origin, this.signal));
  }

  /** A streamed answer as it arrives; read it with `chunksOf`. Its trailers are set once it has ended. */
  async stream<Path extends Route<'get'>>(path: Path, accept: string, ...[request]: Carried<Request<'get', Path>>): Promise<IncomingMessage> {
    return exchange({ method: 'GET', url: this.urlOf(path, request ?? {}), headers: this.headers({ accept }), signal: this.signal });
  }
}
