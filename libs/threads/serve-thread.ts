import { parentPort } from 'node:worker_threads';
import { type FromThread, type ToThread, toPlain } from './messages.js';

/** A handler answers with a value, or with an async iterable, whose items are then pulled in chunks. */
// biome-ignore lint/suspicious/noExplicitAny: each handler knows its own argument
export type Handlers = Record<string, (argument: any) => Promise<unknown> | AsyncIterable<unknown>>;

const ROWS_PER_CHUNK = 1_000;

export function serveThread(handlers: Handlers): void {
  const port = parentPort!;
  const open = new Map<number, AsyncIterator<unknown>>();
  const answer = (message: FromThread) => port.postMessage(message);

  port.on('message', async (message: ToThread) => {
    try {
      if (message.kind === 'call') {
        const result = handlers[message.name]!(message.argument);
        if (Symbol.asyncIterator in result) open.set(message.id, result[Symbol.asyncIterator]());
        answer({ kind: 'answer', id: message.id, value: result instanceof Promise ? await result : null });
      } else if (message.kind === 'pull') {
        answer({ kind: 'chunk', id: message.id, rows: await pull(open, message.id) });
      } else {
        const iterator = open.get(message.id);
        open.delete(message.id);
        await iterator?.return?.();
      }
    } catch (error) {
      open.delete(message.id);
      answer({ kind: 'failed', id: message.id, error: toPlain(error) });
    }
  });
  answer({ kind: 'ready' });
}

async function pull(open: Map<number, AsyncIterator<unknown>>, id: number): Promise<unknown[] | null> {
  const iterator = open.get(id);
  if (!iterator) return null;
  const rows: unknown[] = [];
  while (rows.length < ROWS_PER_CHUNK) {
    const { value, done } = await iterator.next();
    if (done) {
      open.delete(id);
      break;
    }
    rows.push(value);
  }
  return rows.length > 0 ? rows : null;
}
