import type { CommandRow, RowOutcome } from '@tenure/commanding';
import { inThousands } from './in-thousands.js';

it('rows are asked about a thousand at a time, and answered in their order', async () => {
  const rows = Array.from({ length: 2_500 }, (_, n) => n) as unknown as CommandRow[];
  const asked: number[] = [];
  const outcomes = await inThousands(rows, async (some) => {
    asked.push(some.length);
    return some as unknown as RowOutcome[];
  });
  expect(asked).toEqual([1_000, 1_000, 500]);
  expect(outcomes).toEqual(rows);
});
