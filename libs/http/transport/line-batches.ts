import type { Readable } from 'node:stream';
import { type Line, LineSplitter } from './line-splitter.js';

/**
 * The lines of a body in batches of at most `most`: everything that arrived while the last batch was being processed, so
 * that a slow sender is answered at once and a fast one in large batches. Meanwhile reading continues, up to two batches
 * ahead, then waits. Throws when the body breaks off; an unfinished last line is then dropped.
 */
export async function* lineBatches(body: Readable, most: number, lineLimit: number): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(lineLimit);
  const waiting: Line[] = [];
  let ended = false;
  let failure: Error | null = null;
  let wake = (): void => {};
  const take = (lines: Line[]): void => {
    for (const line of lines) waiting.push(line);
    if (waiting.length >= 2 * most) body.pause();
    wake();
  };
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  const onData = (piece: Buffer): void => take(splitter.push(piece));
  const onEnd = (): void => {
    ended = true;
    take(splitter.finish());
  };
  const onClose = (): void => {
    if (!ended) fail(new Error('the body broke off'));
  };
  body.on('data', onData).on('end', onEnd).on('error', fail).on('close', onClose);
  try {
    for (;;) {
      if (waiting.length > 0) {
        const batch = waiting.splice(0, most);
        if (waiting.length < most) body.resume();
        yield batch;
      } else if (failure !== null) throw failure;
      else if (ended) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    body.off('data', onData).off('end', onEnd).off('close', onClose);
    body.resume();
  }
}
