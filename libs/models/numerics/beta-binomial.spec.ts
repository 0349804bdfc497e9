import { betaBinomialInterval } from './beta-binomial.js';

describe('betaBinomialInterval', () => {
  it('of a uniform share every count is as likely as any other', () => {
    expect(betaBinomialInterval(999, 1, 1)).toEqual({ low: 24, high: 974 }); // 25 and 975 of 1,000 counts
  });

  it('of a share that is known is the interval of a binomial: 100 tosses of a coin, 40 to 60', () => {
    expect(betaBinomialInterval(100, 1e12, 1e12)).toEqual({ low: 40, high: 60 });
  });

  it('keeps its digits for many customers, and is one count for none', () => {
    const { low, high } = betaBinomialInterval(1_000_000, 3e11, 7e11);
    expect(Math.abs(low - (300_000 - 1.96 * 458.26))).toBeLessThan(2);
    expect(Math.abs(high - (300_000 + 1.96 * 458.26))).toBeLessThan(2);
    expect(betaBinomialInterval(0, 2, 3)).toEqual({ low: 0, high: 0 });
  });
});
