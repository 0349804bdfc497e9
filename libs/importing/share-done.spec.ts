import type { SourceRow } from './reading/source-row.js';
import { ShareDone } from './share-done.js';

const rows = (count: number): SourceRow[] => Array.from({ length: count }, (_, line) => ({ line, text: '', cells: [], problem: null }));

async function* chunks(...counts: number[]): AsyncGenerator<SourceRow[]> {
  for (const count of counts) yield rows(count);
}

it('bytes that were read ahead count once their rows are decided', async () => {
  const done = new ShareDone();
  expect(done.bytes(0)).toBe(0);
  const counted = done.counting(chunks(10, 30));
  await counted.next();
  done.bytesRead = 100;
  expect(done.bytes(5)).toBe(50);
  await counted.next();
  done.bytesRead = 400;
  expect(done.bytes(10)).toBe(100);
  expect(done.bytes(40)).toBe(400);
  expect(done.bytes(41)).toBe(400);
});
