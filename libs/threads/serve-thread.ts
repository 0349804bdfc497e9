import { parentPort } from 'node:worker_threads';
import { Chunks } from './chunks.js';
import { type ErrorClass, type FromThread, fromPlain, type PlainError, type ToThread, toPlain } from './messages.js';
import { Transferred } from './transferred.js';

/** The context of the call that a handler answers. */
export interface Call {
  /** Aborts when nobody waits for the answer any more. Noticed between two turns of the event loop only: see `Slices`. */
  readonly signal: AbortSignal;
  /** Asks something of the caller, who answers with the function of that name. */
  ask<T>(name: string, argument?: unknown): Promise<T>;
}

/** A handler answers with a value, `Transferred` or not, or with an async iterable, whose items are then pulled in chunks. */
// biome-ignore lint/suspicious/noExplicitAny: each handler knows its own argument
export type Handlers = Record<string, (argument: any, call: Call) => Promise<unknown> | AsyncIterable<unknown>>;

interface Asked {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** `errors`: classes by which handlers recognise errors of the caller. */
export function serveThread(handlers: Handlers, errors: readonly ErrorClass[] = []): void {
  const port = parentPort!;
  const running = new Map<number, AbortController>();
  const open = new Map<number, Chunks>();
  const asked = new Map<number, Asked>();
  let questions = 0;
  const answer = (message: FromThread, buffers: readonly ArrayBuffer[] = []) => port.postMessage(message, buffers);

  function callOf(id: number): Call {
    const controller = new AbortController();
    running.set(id, controller);
    return {
      signal: controller.signal,
      ask<T>(name: string, argument?: unknown) {
        questions += 1;
        answer({ kind: 'ask', id: questions, call: id, name, argument });
        return new Promise<T>((resolve, reject) => asked.set(questions, { resolve: resolve as Asked['resolve'], reject }));
      },
    };
  }

  async function run(id: number, name: string, argument: unknown): Promise<void> {
    const result = handlers[name]!(argument, callOf(id));
    if (Symbol.asyncIterator in result) {
      open.set(id, new Chunks(result));
      answer({ kind: 'answer', id, value: null });
    } else {
      const value = await result;
      if (value instanceof Transferred) answer({ kind: 'answer', id, value: value.value }, value.buffers);
      else answer({ kind: 'answer', id, value });
      running.delete(id);
    }
  }

  async function pull(id: number): Promise<void> {
    const rows = (await open.get(id)?.next()) ?? null;
    if (rows === null) settled(id);
    answer({ kind: 'chunk', id, rows });
  }

  async function end(id: number): Promise<void> {
    running.get(id)?.abort();
    const chunks = open.get(id);
    settled(id);
    await chunks?.close();
  }

  function settled(id: number): void {
    running.delete(id);
    open.delete(id);
  }

  function settle(id: number, settling: (asked: Asked) => void): void {
    const waiting = asked.get(id);
    asked.delete(id);
    if (waiting) settling(waiting);
  }

  port.on('message', async (message: ToThread) => {
    const { id } = message;
    try {
      if (message.kind === 'call') await run(id, message.name, message.argument);
      else if (message.kind === 'pull') await pull(id);
      else if (message.kind === 'end') await end(id);
      else if (message.kind === 'told') settle(id, ({ resolve }) => resolve(message.value));
      else settle(id, ({ reject }) => reject(fromPlain(message.error, errors)));
    } catch (error) {
      settled(id);
      answer({ kind: 'failed', id, error: crossing(error) });
    }
  });
  answer({ kind: 'ready' });
}

/** An error whose fields cannot be cloned is sent with its message alone. */
function crossing(error: unknown): PlainError {
  const plain = toPlain(error);
  try {
    structuredClone(plain.fields);
    return plain;
  } catch {
    return { ...plain, fields: {} };
  }
}
