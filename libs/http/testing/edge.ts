import { createHttpApplication, type HttpApplication } from '../application.js';
import type { HttpParts } from '../parts.js';
import { FakeEngine, tokenOf } from './fake-engine.js';

/** The answer of `fetch`, with JSON that a test may inspect without ceremony. */
export interface Answer extends Omit<Response, 'json'> {
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects
  json(): Promise<any>;
}

export type Body = string | Uint8Array;

/** A real server on a free port over a fake engine, and a way to talk to it. */
export interface Edge {
  readonly engine: FakeEngine;
  readonly application: HttpApplication;
  readonly url: string;
  readonly port: number;
  /** Like `fetch`, with the key that has every role unless headers say otherwise. */
  ask(path: string, init?: RequestInit): Promise<Answer>;
  /** Sends one `RecordPurchase`. */
  send(customerId: string, key: string, headers?: Record<string, string>, minor?: number): Promise<Answer>;
  close(): Promise<void>;
}

export async function startEdge(change: (parts: HttpParts) => HttpParts = (parts) => parts): Promise<Edge> {
  const engine = new FakeEngine();
  const application = await createHttpApplication(change(engine.parts()));
  const { url, port } = await application.listen({ host: '127.0.0.1', port: 0 });
  const ask = (path: string, init: RequestInit = {}): Promise<Answer> =>
    fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${tokenOf('all')}`, ...(init.headers as Record<string, string>) } });
  return {
    engine,
    application,
    url,
    port,
    ask,
    send: (customerId, key, headers = {}, minor = 100) =>
      ask('/v1/commands/RecordPurchase', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
        body: JSON.stringify({ customerId, amount: { minor, currency: 'USD' } }),
      }),
    close: () => application.close(),
  };
}
