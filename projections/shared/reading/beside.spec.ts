import { churnProjection } from '../../churn-likelihood/projection.js';
import { purchase } from '../testing/events.js';
import { MemorySnapshot } from '../testing/memory-snapshot.js';
import { Beside } from './beside.js';
import { liveView } from './live-view.js';

it('finds the documents of another view in one pass, and goes on where one is missing there, in the order of UTF-8', async () => {
  const keys = ['b', 'c', 'e', '\u{FFFD}x', '\u{1F600}'];
  const snapshot = new MemorySnapshot([churnProjection], Object.fromEntries(keys.map((key, i) => [key, [purchase(`2026-01-0${i + 1}`)]])));
  const beside = new Beside<{ p: unknown }>(snapshot, await liveView(snapshot, 'churn-likelihood'));
  const found: boolean[] = [];
  for (const key of ['a', 'c', 'd', 'e', '\u{FFFD}', '\u{FFFD}x', '\u{1F600}', '\u{1F601}']) found.push((await beside.of(key)) !== null);
  expect(found).toEqual([false, true, false, true, false, true, true, false]);
});
