import fc from 'fast-check';
import { cumulativeIncidence, kaplanMeier } from '../index.js';

const causes = ['a', 'b'] as const;
const times = fc.array(fc.record({ time: fc.integer({ min: 0, max: 20 }), cause: fc.constantFrom('a' as const, 'b' as const, null) }), {
  minLength: 1,
  maxLength: 60,
});

describe('cumulativeIncidence', () => {
  it('weighs each event by those who are still there: computed by hand', () => {
    // At risk 5, 4, 2: survival 4/5, 3/5, 3/10.
    const { steps, incidence } = cumulativeIncidence(
      [
        { time: 1, cause: 'a' },
        { time: 2, cause: 'b' },
        { time: 3, cause: null },
        { time: 4, cause: 'a' },
        { time: 5, cause: null },
      ],
      causes,
    );
    expect(steps.map(({ survival }) => survival)).toEqual([0.8, 0.6, 0.3].map((share) => expect.closeTo(share, 12)));
    expect(incidence.a).toEqual([0.2, 0.2, 0.5].map((share) => expect.closeTo(share, 12)));
    expect(incidence.b).toEqual([0, 0.2, 0.2].map((share) => expect.closeTo(share, 12)));
  });

  it('adds up with the survival to 1 at every step, and is never above one minus the curve of that cause alone', () => {
    fc.assert(
      fc.property(times, (observed) => {
        const { steps, incidence } = cumulativeIncidence(observed, causes);
        const alone = kaplanMeier(observed.map(({ time, cause }) => ({ time, event: cause === 'a' })));
        steps.forEach(({ time, survival }, step) => {
          expect(survival + incidence.a[step]! + incidence.b[step]!).toBeCloseTo(1, 12);
          expect(incidence.a[step]!).toBeLessThanOrEqual(1 - (alone.steps.findLast((one) => one.time <= time)?.survival ?? 1) + 1e-12);
        });
      }),
    );
  });

  it('without censoring is the share of all customers who left by the cause', () => {
    fc.assert(
      fc.property(times, (observed) => {
        const all = observed.map(({ time, cause }) => ({ time, cause: cause ?? 'a' }));
        const { steps, incidence } = cumulativeIncidence(all, causes);
        steps.forEach(({ time }, step) => {
          expect(incidence.b[step]).toBeCloseTo(all.filter((one) => one.cause === 'b' && one.time <= time).length / all.length, 12);
        });
      }),
    );
  });
});
