import fc from 'fast-check';
import { calibrationEnd, cdnowMaster, cdnowSample, dayOf, describeWithData, statisticsOf, weekly } from './historical-purchases.fixture.js';
import { groupHistories, historyInUnit, type PurchaseStatistics, purchaseStatistics } from './statistics.js';

describe('purchaseStatistics', () => {
  it('leaves the first purchase out of x and measures recency from it', () => {
    expect(purchaseStatistics([100, 117, 313], 372)).toEqual({ x: 2, recencyDays: 213, ageDays: 272 });
  });

  it('sees a customer who bought once', () => {
    expect(purchaseStatistics([100], 100)).toEqual({ x: 0, recencyDays: 0, ageDays: 0 });
  });

  it('has nothing to say before the first purchase', () => {
    expect(purchaseStatistics([100, 110], 99)).toBeNull();
    expect(purchaseStatistics([], 99)).toBeNull();
  });

  it('never sees beyond the end of observation', () => {
    const daysAndEnd = fc.tuple(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(daysAndEnd, ([days, end]) => {
        const sorted = days.sort((left, right) => left - right);
        expect(purchaseStatistics(sorted, end)).toEqual(
          purchaseStatistics(
            sorted.filter((day) => day <= end),
            end,
          ),
        );
      }),
    );
  });

  it('refuses days given twice', () => {
    expect(() => purchaseStatistics([100, 100, 101], 200)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('groupHistories', () => {
  const row: fc.Arbitrary<PurchaseStatistics> = fc
    .tuple(fc.nat(6), fc.nat(6), fc.nat(6))
    .map(([x, more, silence]) => ({ x, recencyDays: x === 0 ? 0 : x + more, ageDays: (x === 0 ? 0 : x + more) + silence }));

  it('keeps every customer, once per different row', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const groups = groupHistories(rows, 'day');
        const written = Array.from(groups.weight, (weight, i) => `${groups.x[i]} ${groups.tx[i]} ${groups.T[i]} x${weight}`).sort();
        const counts = new Map<string, number>();
        for (const { x, recencyDays, ageDays } of rows) {
          const key = `${x} ${recencyDays} ${ageDays}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        expect(written).toEqual([...counts].map(([key, weight]) => `${key} x${weight}`).sort());
      }),
    );
  });

  it('converts days to the unit exactly as one history does', () => {
    const statistics = { x: 70_000, recencyDays: 90_001, ageDays: 100_003 };
    for (const unit of ['day', 'week', 'month'] as const) {
      const { x, tx, T } = groupHistories([statistics], unit);
      expect({ x: x[0], tx: tx[0], T: T[0] }).toEqual(historyInUnit(statistics, unit));
    }
  });

  it.each([
    { x: 1, recencyDays: 20, ageDays: 10 },
    { x: 0, recencyDays: 3, ageDays: 10 },
    { x: 5, recencyDays: 3, ageDays: 10 },
    { x: 1, recencyDays: 20, ageDays: 200_000 },
    { x: NaN, recencyDays: 0, ageDays: 1 },
  ])('refuses the impossible row %j', (impossible) => {
    expect(() => groupHistories([impossible], 'day')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describeWithData('CDNOW, Fader & Hardie: the facts of the data', () => {
  it('1/10 sample: 2,357 customers, 2,457 repeat purchase days in 39 weeks, 1,016 different rows', () => {
    const sample = cdnowSample();
    const rows = statisticsOf(sample, calibrationEnd);
    const groups = weekly(sample, calibrationEnd);
    const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
    expect(sample.length).toBe(2357);
    expect(sum(sample.map(({ days }) => days.length))).toBe(6696);
    expect(sum(rows.map(({ x }) => x))).toBe(2457);
    expect(rows.filter(({ x }) => x === 0).length).toBe(1411);
    expect(groups.x.length).toBe(1016);
    expect(sum(groups.weight)).toBe(2357);
    expect(Math.max(...groups.T)).toBeCloseTo(38.857143, 6);
    expect(sum(statisticsOf(sample, dayOf('1998-06-30')).map(({ x }) => x)) - 2457).toBe(1882);
  });

  it('master: 23,570 customers, 24,337 repeats, 8,685 different rows', () => {
    const master = cdnowMaster();
    const rows = statisticsOf(master, calibrationEnd);
    expect(master.length).toBe(23570);
    expect(master.reduce((total, { days }) => total + days.length, 0)).toBe(67591);
    expect(master.reduce((total, { cents }) => total + cents.reduce((sum, each) => sum + each, 0), 0)).toBe(250_031_563);
    expect(rows.reduce((total, { x }) => total + x, 0)).toBe(24337);
    expect(weekly(master, calibrationEnd).x.length).toBe(8685);
  });
});
