import { bgNbd, discountedExpectedPurchases, gammaGamma, historyInUnit, nbd } from '../index.js';
import { calibrationEnd, cdnowSample, describeWithData, repeatSpendOf, spendGroups, statisticsOf, weekly } from './historical-purchases.fixture.js';

const parameters = { r: 0.24259452, alpha: 4.41360202, a: 0.79292202, b: 2.42590678 };
const customer = { x: 2, tx: 213 / 7, T: 272 / 7 };

describe('discountedExpectedPurchases', () => {
  it('without discount is the expectation over all periods', () => {
    const all = discountedExpectedPurchases(bgNbd, parameters, customer, { periods: 12, discountRatePerPeriod: 0, periodLength: 4 });
    expect(all).toBeCloseTo(bgNbd.expectedPurchases(parameters, customer, 48), 12);
  });

  it('discounts from the end of each period: an annuity where the rate is constant', () => {
    const rate = nbd.expectedPurchases(parameters, customer, 1);
    const expected = (rate * (1 - 1.01 ** -10)) / 0.01;
    expect(discountedExpectedPurchases(nbd, parameters, customer, { periods: 10, discountRatePerPeriod: 0.01 })).toBeCloseTo(expected, 12);
  });

  it('falls as the rate rises', () => {
    const at = (discountRatePerPeriod: number) => discountedExpectedPurchases(bgNbd, parameters, customer, { periods: 52, discountRatePerPeriod });
    expect(at(0.02)).toBeLessThan(at(0.01));
  });

  it('refuses periods that are not a whole number', () => {
    expect(() => discountedExpectedPurchases(bgNbd, parameters, customer, { periods: 1.5, discountRatePerPeriod: 0 })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});

describeWithData('lifetime value of CDNOW customers 1 to 10', () => {
  it('12 months at 1 % a month, in weeks: the quick start of lifetimes with freq="W", not its 3.9-fold "D"', () => {
    const sample = cdnowSample();
    const purchases = bgNbd.fit(weekly(sample, calibrationEnd)).parameters;
    const money = gammaGamma.fit(spendGroups(sample, calibrationEnd)).parameters;
    const spend = repeatSpendOf(sample, calibrationEnd);
    const values = statisticsOf(sample, calibrationEnd)
      .slice(0, 10)
      .map((statistics, i) => {
        const { x, repeatMinor } = spend[i]!;
        const weeksPerMonth = 4.345; // as in lifetimes
        return (
          gammaGamma.expectedSpend(money, x, x === 0 ? 0 : repeatMinor / 100 / x).spend *
          discountedExpectedPurchases(bgNbd, purchases, historyInUnit(statistics, 'week'), {
            periods: 12,
            discountRatePerPeriod: 0.01,
            periodLength: weeksPerMonth,
          })
        );
      });
    const expected = [36.2785, 4.6375, 8.3441, 8.3441, 8.3441, 283.5236, 6.8814, 8.3441, 43.3536, 8.3441];
    expected.forEach((value, i) => {
      expect(Math.abs(values[i]! / value - 1)).toBeLessThan(1e-3); // of parameters of another library
    });
  });
});
