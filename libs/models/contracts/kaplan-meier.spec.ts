import fc from 'fast-check';
import { kaplanMeier, type ObservedTime, survivalAt } from '../index.js';
import { numbersOf } from '../published-tables.fixture.js';
import { describeWithData } from '../purchases/historical-purchases.fixture.js';

/** Weeks of remission under 6-MP, Freireich et al. (1963), with S, its standard error and log-log intervals as R prints them. */
const remission = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, event: true }));
const inRemission = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, event: false }));
const steps = [
  [6, 21, 3, 0.857, 0.0764, 0.62, 0.952],
  [7, 17, 1, 0.807, 0.0869, 0.563, 0.923],
  [10, 15, 1, 0.753, 0.0963, 0.503, 0.889],
  [13, 12, 1, 0.69, 0.1068, 0.432, 0.849],
  [16, 11, 1, 0.627, 0.1141, 0.368, 0.805],
  [22, 7, 1, 0.538, 0.1282, 0.268, 0.747],
  [23, 6, 1, 0.448, 0.1346, 0.188, 0.68],
] as const;

const times: fc.Arbitrary<ObservedTime[]> = fc.array(fc.record({ time: fc.integer({ min: 1, max: 30 }), event: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});

describe('kaplanMeier', () => {
  it('remission under 6-MP, as in the textbooks', () => {
    const curve = kaplanMeier([...inRemission, ...remission]);
    expect(curve).toMatchObject({ customers: 21, events: 9, end: 35 });
    expect(curve.steps).toHaveLength(steps.length);
    steps.forEach(([time, atRisk, events, survival, error, lower, upper], i) => {
      const step = curve.steps[i]!;
      expect(step).toMatchObject({ time, atRisk, events });
      expect(step.survival).toBeCloseTo(survival, 3);
      expect(Math.sqrt(step.variance)).toBeCloseTo(error, 4);
      expect(step.lower).toBeCloseTo(lower, 3);
      expect(step.upper).toBeCloseTo(upper, 3);
    });
    expect([0, 5.9, 6, 22.5, 35, 35.1].map((time) => survivalAt(curve, time))).toEqual([
      1,
      1,
      curve.steps[0]!.survival,
      curve.steps[5]!.survival,
      curve.steps[6]!.survival,
      null,
    ]);
  });

  it('without censoring is the share that is left, with the variance of a binomial', () => {
    fc.assert(
      fc.property(times, (observed) => {
        const all = observed.map(({ time }) => ({ time, event: true }));
        for (const { time, survival, variance, lower, upper } of kaplanMeier(all).steps) {
          const left = all.filter((one) => one.time > time).length / all.length;
          expect(survival).toBeCloseTo(left, 12);
          expect(variance).toBeCloseTo((left * (1 - left)) / all.length, 12);
          expect(lower === null).toBe(left === 0);
          if (lower !== null) expect(lower <= survival && survival <= upper!).toBe(true);
        }
      }),
    );
  });

  it('falls, whatever the order of the rows, and in any unit of time', () => {
    fc.assert(
      fc.property(times, (observed) => {
        const curve = kaplanMeier(observed);
        curve.steps.forEach(({ survival }, i) => {
          expect(survival).toBeLessThan(i === 0 ? 1 : curve.steps[i - 1]!.survival);
        });
        expect(kaplanMeier([...observed].reverse())).toEqual(curve);
        const weeks = kaplanMeier(observed.map(({ time, event }) => ({ time: time / 8, event })));
        expect(weeks.steps.map(({ survival }) => survival)).toEqual(curve.steps.map(({ survival }) => survival));
      }),
    );
  });

  it('counts those who enter late from then on: at risk in (entry, time]', () => {
    const curve = kaplanMeier([
      { time: 2, event: true, entry: 0 },
      { time: 3, event: true, entry: 2 }, // not yet at risk of the event at 2
      { time: 5, event: false, entry: 1 },
      { time: 5, event: true, entry: 4 },
      { time: 9, event: false },
    ]);
    expect(curve.steps.map(({ time, atRisk, survival }) => [time, atRisk, survival])).toEqual([
      [2, 3, expect.closeTo(2 / 3, 12)],
      [3, 3, expect.closeTo(4 / 9, 12)],
      [5, 3, expect.closeTo(8 / 27, 12)],
    ]);
  });

  it('an entry at the beginning changes nothing, and customers who enter later leave earlier steps as they were', () => {
    fc.assert(
      fc.property(times, times, (observed, others) => {
        const curve = kaplanMeier(observed);
        expect(kaplanMeier(observed.map((one) => ({ ...one, entry: 0 })))).toEqual(curve);
        const late = others.map(({ time, event }) => ({ time: time + 15, event, entry: 15 }));
        const before = ({ steps: all }: typeof curve) => all.filter(({ time }) => time <= 15);
        expect(before(kaplanMeier([...observed, ...late]))).toEqual(before(curve));
      }),
    );
  });

  it('has no interval where nobody is left, and no step where nothing happened', () => {
    expect(kaplanMeier([{ time: 3, event: true }]).steps).toEqual([{ time: 3, atRisk: 1, events: 1, survival: 0, variance: 0, lower: null, upper: null }]);
    expect(kaplanMeier([{ time: 3, event: false }])).toEqual({ steps: [], customers: 1, events: 0, end: 3 });
  });

  it('refuses what is no time', () => {
    expect(() => kaplanMeier([])).toThrow(expect.objectContaining({ code: 'too-little-data' }));
    for (const row of [{ time: NaN }, { time: -1 }, { time: Infinity }, { time: 3, entry: 3 }, { time: 3, entry: -1 }]) {
      expect(() => kaplanMeier([{ ...row, event: true }])).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    }
    expect(() => survivalAt(kaplanMeier(remission), -1)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describeWithData('kaplanMeier on the recidivism data of Rossi et al. (1980)', () => {
  it.each([
    [1, 0.997685],
    [10, 0.965278],
    [20, 0.907407],
    [52, 0.736111],
  ])('S(%i) = %d, as lifelines prints it', (week, survival) => {
    const file = numbersOf('rossi.csv');
    const arrests = file.get('arrest')!;
    const curve = kaplanMeier(file.get('week')!.map((time, i) => ({ time, event: arrests[i] === 1 })));
    expect(curve.customers).toBe(432);
    expect(survivalAt(curve, week)).toBeCloseTo(survival, 6);
  });
});
