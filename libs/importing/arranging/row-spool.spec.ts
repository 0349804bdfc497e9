import type { DiskBudget } from '../spooling/disk-budget.js';
import { usualArrangement } from './arrangement.js';
import { RowSpool } from './row-spool.js';

const PIECE = 1_000;

class Budget implements DiskBudget {
  taken = 0;
  constructor(private readonly bytes: number) {}

  take(bytes: number): boolean {
    if (this.taken + bytes > this.bytes) return false;
    this.taken += bytes;
    return true;
  }

  give(bytes: number): void {
    this.taken -= bytes;
  }
}

/** Adds rows and takes all of them out, twice; returns how many came out and how much of the budget the file took. */
async function fillTwice(budget: Budget): Promise<{ out: number[]; taken: number[] }> {
  const spool = new RowSpool({ ...usualArrangement, partitions: 2, pieceBytes: PIECE, keptBytes: 0, budget });
  const [out, taken]: [number[], number[]] = [[], []];
  for (let window = 0; window < 2; window++) {
    for (let n = 0; n < 100; n++) {
      spool.add({ hash: n, group: 0, row: { line: n, text: 'x'.repeat(100), cells: [], problem: null }, rest: '' });
      await spool.stored();
    }
    taken.push(budget.taken);
    let rows = 0;
    for (const partition of [0, 1]) for await (const block of spool.blocks(partition, true)) rows += block.toString().split('x'.repeat(100)).length - 1;
    out.push(rows);
    spool.clear();
  }
  await spool.close();
  return { out, taken };
}

it('what lies in the temporary file counts in what all imports may put on the disk, once, until it is closed', async () => {
  const budget = new Budget(1 << 20);
  const { out, taken } = await fillTwice(budget);
  expect(out).toEqual([100, 100]);
  expect(taken[0]).toBeGreaterThan(8_000);
  expect(taken[1]).toBeLessThanOrEqual(taken[0]! + PIECE);
  expect(budget.taken).toBe(0);
});

it('rows for which there is no room there stay in memory', async () => {
  const budget = new Budget(3_000);
  const { out, taken } = await fillTwice(budget);
  expect(out).toEqual([100, 100]);
  expect(Math.max(...taken)).toBeLessThanOrEqual(3_000);
  expect(taken[0]).toBeGreaterThan(0);
  expect(budget.taken).toBe(0);
});
