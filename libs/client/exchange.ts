import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { problemOf } from './problem-error.js';
import { asUnreachable } from './unreachable.js';

export interface ExchangeRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Uint8Array | string>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One request whose answer may begin before its body has been sent, which `fetch` does not allow, and whose
 * answer may have trailers, which `fetch` does not show. Throws `ProblemError`, `Unreachable` or the reason of the signal.
 */
export function exchange({ method, url, headers, body, signal }: ExchangeRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, { method, headers, agent: false, ...(signal ? { signal } : {}) });
    const source = body === undefined ? null : Readable.from(body, { objectMode: false });
    let answered = false;
    request.on('response', (answer) => {
      answered = true;
      if (answer.statusCode !== undefined && answer.statusCode < 300) return resolve(answer);
      textOf(chunksOf(answer, url.origin, signal))
        .then((text) => reject(problemOf(answer.statusCode ?? 0, text)), reject)
        .finally(() => {
          source?.destroy();
          request.destroy();
        });
    });
    // Once there is an answer, failing to send the rest of the body is no error: the answer decides.
    request.on('error', (error) => {
      source?.destroy();
      if (!answered) reject(signal?.aborted ? signal.reason : asUnreachable(url.origin, error));
    });
    if (source === null) return void request.end();
    source.on('error', (error) => {
      request.destroy();
      reject(error);
    });
    source.pipe(request);
  });
}

async function textOf(answer: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The chunks of an answer. One that ends early throws `Unreachable`, or the reason of the signal that aborted it. */
export async function* chunksOf(answer: IncomingMessage, origin: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of answer) yield chunk as Buffer;
  } catch (error) {
    throw signal?.aborted ? signal.reason : asUnreachable(origin, error, true);
  }
}
