import { gammaGamma, groupSpend, type RepeatSpend } from '../index.js';
import { gammaDraw, randomStream } from '../purchases/simulated-customers.fixture.js';

const random = randomStream(11);
const shop = (count: number, mean: (customer: number, x: number) => number): RepeatSpend[] =>
  Array.from({ length: count }, (_, customer) => {
    const x = 1 + (customer % 6);
    return { x, repeatMinor: Math.round(x * mean(customer, x)) };
  });
const fitted = (rows: RepeatSpend[]) => {
  const { parameters, converged, boundary } = gammaGamma.fit(groupSpend(rows));
  return { converged, boundary, spend: (x: number, mean: number) => gammaGamma.expectedSpend(parameters, x, mean) };
};

describe('gamma-gamma at infinity', () => {
  it.each([1, 999, 123_456_789])('one price for all of %i minor units: the spend is that price', (price) => {
    const { converged, boundary, spend } = fitted(shop(300, () => price));
    expect([converged, boundary]).toEqual([true, expect.stringContaining('p and q rise without end')]);
    for (const x of [0, 1, 40]) expect(spend(x, price / 100).spend).toBeCloseTo(price / 100, 7);
    expect(spend(39, 0).spend / price).toBeCloseTo(0, 9);
  });

  it('one price, seen once by each customer', () => {
    expect(fitted(shop(10, () => 999).map(() => ({ x: 1, repeatMinor: 999 }))).spend(0, 0).spend).toBeCloseTo(9.99, 9);
  });

  it('one price, and one customer who pays another', () => {
    const { boundary, spend } = fitted(shop(300, (customer) => (customer === 7 ? 1_099 : 999)));
    expect(boundary).toMatch(/without end/);
    expect(spend(0, 0).spend).toBeCloseTo(9.99, 1);
    expect(spend(3, 9.99).spend).toBeCloseTo(9.99, 1);
    expect(spend(3, 10.99).spend).toBeGreaterThan(9.98);
    expect(spend(3, 10.99).spend).toBeLessThan(11);
  });

  it('a price for each customer: the own mean is the spend, and newcomers get the mean of all', () => {
    const prices = [499, 999, 1_999, 4_999];
    const { boundary, spend } = fitted(shop(400, (customer) => prices[Math.floor(customer / 6) % 4]!));
    expect(boundary).toMatch(/steady/);
    expect(spend(1, 49.99).spend).toBeCloseTo(49.99, 6);
    expect(spend(0, 0).spend).toBeGreaterThan(15);
    expect(spend(0, 0).spend).toBeLessThan(30);
  });

  it('two prices that everybody pays by chance: about the mean, and own purchases count for little', () => {
    const { converged, spend } = fitted(
      shop(600, (_, x) => Array.from({ length: x }, (): number => (random() < 0.5 ? 500 : 1_500)).reduce((a, b) => a + b) / x),
    );
    expect(converged).toBe(true);
    expect(Math.abs(spend(0, 0).spend - 10)).toBeLessThan(0.5);
    expect(Math.abs(spend(2, 15).spend - 10)).toBeLessThan(1.5);
  });

  it('customers alike: near the mean of all, and who gave back 39 purchases is worth less', () => {
    const { converged, boundary, spend } = fitted(shop(500, (_, x) => (1_000 * gammaDraw(4 * x, random)) / (4 * x)));
    expect(converged).toBe(true);
    expect(boundary === null || /chance/.test(boundary)).toBe(true);
    expect(Math.abs(spend(2, 12).spend - 10)).toBeLessThan(1);
    expect(spend(39, 0).spend).toBeLessThan(8);
  });

  it('is continuous at zero', () => {
    const { spend } = fitted(shop(500, (_, x) => (1_000 * gammaDraw(4 * x, random)) / (4 * x) / gammaDraw(3, random)));
    const [nothing, cent] = [spend(39, 0), spend(39, 0.01 / 39)];
    expect(nothing).toMatchObject({ ownMean: 0, weight: cent.weight });
    expect(Math.abs(nothing.spend - cent.spend)).toBeLessThan(0.01);
  });
});
