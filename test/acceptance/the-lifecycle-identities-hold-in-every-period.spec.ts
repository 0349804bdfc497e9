import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Period {
  readonly start: string;
  readonly new: number;
  readonly returning: number;
  readonly resurrecting: number;
  readonly dormant: number | null;
  readonly active: number;
  readonly purchases: number;
}
interface Cell {
  readonly count: number;
}

const purchases = inventedPurchases({ customers: 200, seed: 3 });
const customers = new Set(purchases.map(({ customerId }) => customerId)).size;

describe('in every period', () => {
  let engine: EngineProcess;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
    const lines = await engine.client.importFile('purchases', asCsv(purchases), {});
    expect(lines.at(-1)).toMatchObject({ type: 'result', accepted: purchases.length, customers });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const zones = ['UTC', 'Asia/Kolkata', 'America/Los_Angeles'];
  const weeks = zones.flatMap((zone) => ['monday', 'sunday'].map((weekStart) => `granularity=week&timezone=${zone}&weekStart=${weekStart}`));
  const questions = [...weeks, ...zones.map((zone) => `granularity=month&timezone=${zone}`), 'granularity=day&timezone=Asia/Kolkata'];

  it.each(questions)('the lifecycle adds up: %s', async (question) => {
    const { periods } = await engine.client.current<{ periods: Period[] }>(`/v1/lifecycle?${question}&present=now`);
    periods.forEach((period, index) => {
      const before = periods[index - 1]?.active ?? 0;
      expect([period.start, period.active]).toEqual([period.start, period.new + period.returning + period.resurrecting]);
      expect([period.start, period.dormant]).toEqual([period.start, before - period.returning]);
      expect(period.dormant).toBeGreaterThanOrEqual(0);
    });
    const sum = (of: (period: Period) => number) => periods.reduce((total, period) => total + of(period), 0);
    expect(sum((period) => period.new)).toBe(customers);
    expect(sum((period) => period.purchases)).toBe(purchases.length);
  });

  it.each(questions)('retention adds up: %s', async (question) => {
    const read = async (mode: string) =>
      (await engine.client.current<{ cohorts: { size: number; cells: (Cell | null)[] }[] }>(`/v1/retention?${question}&mode=${mode}&present=now`)).cohorts;
    const [on, onOrAfter] = [await read('on'), await read('on-or-after')];
    expect(on.reduce((total, { size }) => total + size, 0)).toBe(customers);
    on.forEach(({ size, cells }, row) => {
      expect(cells[0]).toMatchObject({ count: size, rate: 1 });
      cells.forEach((cell, period) => {
        const unbounded = onOrAfter[row]!.cells[period];
        if (cell && unbounded) expect(unbounded.count).toBeGreaterThanOrEqual(cell.count);
      });
    });
  });

  it('retention counts whom the lifecycle counts', async () => {
    const { periods } = await engine.client.current<{ periods: Period[] }>('/v1/lifecycle?granularity=month&present=now');
    const { cohorts } = await engine.client.current<{ cohorts: { cohort: string; cells: (Cell | null)[] }[] }>('/v1/retention?granularity=month&present=now');
    const first = periods.findIndex(({ start }) => start === cohorts[0]!.cohort);
    const active = new Array<number>(periods.length).fill(0);
    for (const { cohort, cells } of cohorts) {
      const offset = periods.findIndex(({ start }) => start === cohort);
      for (const [period, cell] of cells.entries()) active[offset + period]! += cell?.count ?? 0;
    }
    expect(active.slice(first)).toEqual(periods.slice(first).map((period) => period.active));
  });
});
