import { coverageTolerance, meanCoverage, recoveryOf, studies } from './studies.fixture.js';

/** A sample of what `npm run nightly` does with 2,000 data sets of 5,000 customers. */
const dataSets = 20,
  customers = 1000;

describe('parameters that data were drawn from', () => {
  const found = studies.map((study, i) => recoveryOf(study, dataSets, customers, i));

  it.each(found)(
    '$model: are within their 95 % intervals as often as chance allows, and totals afterwards are right',
    ({ coverage, withoutInterval, bias }) => {
      expect(withoutInterval).toBe(0);
      for (const share of Object.values(coverage)) expect(Math.abs(share - 0.95)).toBeLessThanOrEqual(coverageTolerance(dataSets));
      expect(Math.abs(bias)).toBeLessThan(0.05);
    },
  );

  it('are within them in 95 of 100 cases, over all models', () => {
    expect(Math.abs(meanCoverage(found) - 0.95)).toBeLessThan(0.03);
  });
});
