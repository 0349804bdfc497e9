import { discountedExpectedPurchases, gammaGamma, historyInUnit, type Parameters, paretoNbd, purchaseStatistics } from '../index.js';
import { emptyEvaluation } from '../numerics/maximise.js';
import { arrange } from '../purchases/grouped-likelihood.js';
import {
  type Buyer,
  calibrationEnd,
  cdnowMaster,
  cdnowSample,
  dayOf,
  describeWithData,
  spendGroups,
  weekly,
} from '../purchases/historical-purchases.fixture.js';
import { paretoNbdObjective } from '../purchases/pareto-nbd-likelihood.js';

/** The customer base of Fader, Hardie & Lee (2005, "RFM and CLV"), section 4: a model fitted on one customer in ten values them all. */
const start = dayOf('1997-01-01');
const end = dayOf('1998-06-30');
const margin = 0.3;
const week = 1e-8; // periods without length: discounting is continuous, at 15 % a year
const forEver = { periods: Infinity, periodLength: week, discountRatePerPeriod: Math.expm1((Math.log(1.15) / 52) * week) };
const mostSpentAgain = 400_000; // cents; ten buyers beyond are taken for resellers

interface Valued {
  readonly x: number;
  readonly meanSpend: number;
  /** Calendar week of the last purchase, from 1. */
  readonly lastWeek: number;
  readonly value: number;
}

type Class = 1 | 2 | 3;

const centsAgain = ({ cents }: Buyer): number => cents.slice(1).reduce((sum, each) => sum + each, 0);

function valued(buyer: Buyer, purchases: Parameters, money: Parameters): Valued {
  const statistics = purchaseStatistics(buyer.days, end)!;
  const { x } = statistics;
  const meanSpend = x === 0 ? 0 : centsAgain(buyer) / 100 / x;
  const transactions = discountedExpectedPurchases(paretoNbd, purchases, historyInUnit(statistics, 'week'), forEver);
  const lastWeek = Math.floor((buyer.days[x]! - start) / 7) + 1;
  return { x, meanSpend, lastWeek, value: margin * gammaGamma.expectedSpend(money, x, meanSpend).spend * transactions };
}

/** The third that a value lies in; equal values lie together, in the third of the middle of them. */
function thirds(values: readonly number[]): (value: number) => Class {
  const sorted = Float64Array.from(values).sort();
  const third = new Map<number, Class>();
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
    third.set(sorted[from]!, (1 + Math.floor((1.5 * (from + to)) / sorted.length)) as Class);
  }
  return (value) => third.get(value)!;
}

const total = (customers: readonly Valued[]): number => customers.reduce((sum, { value }) => sum + value, 0);
const mean = (customers: readonly Valued[]): number => total(customers) / customers.length;

describeWithData('the value of the CDNOW customer base', () => {
  const known = cdnowSample();
  const purchases = paretoNbd.fit(weekly(known, end)).parameters;
  const money = gammaGamma.fit(spendGroups(known, end)).parameters;
  const everyone = cdnowMaster().filter((buyer) => centsAgain(buyer) <= mostSpentAgain);
  const all = everyone.map((buyer) => valued(buyer, purchases, money));
  const again = all.filter(({ x }) => x > 0);
  const recency = thirds(again.map(({ lastWeek }) => lastWeek)),
    frequency = thirds(again.map(({ x }) => x)),
    spend = thirds(again.map(({ meanSpend }) => meanSpend));
  const cell = (r: Class, f: Class, m: Class): Valued[] =>
    again.filter(({ lastWeek, x, meanSpend }) => recency(lastWeek) === r && frequency(x) === f && spend(meanSpend) === m);
  const classes: readonly Class[] = [1, 2, 3];

  it('23,560 customers are worth just over 1.1 million, 47 each, as printed', () => {
    expect(all.length).toBe(23_560);
    expect(total(all)).toBeGreaterThan(1.1e6);
    expect(total(all)).toBeLessThan(1.105e6);
    expect(mean(all)).toBeCloseTo(47, 0);
  });

  it('the 12,054 who never came back are worth 4.40 each, 53,000 together, almost 5 %, as printed', () => {
    const once = all.filter(({ x }) => x === 0);
    expect(once.length).toBe(12_054);
    expect(mean(once)).toBeCloseTo(4.4, 2);
    expect(Math.round(total(once) / 1000)).toBe(53);
    expect(total(once) / total(all)).toBeCloseTo(0.05, 2);
    expect(gammaGamma.expectedSpend(money, 0, 0).spend).toBeCloseTo(36, 0);
  });

  /** By scipy, with hyperu for Psi and quad for P(alive), at the same parameters. */
  it('agrees with an independent calculation', () => {
    expect(total(all) / 1_100_623.105772834).toBeCloseTo(1, 7);
    expect(mean(all.filter(({ x }) => x === 0)) / 4.404056139802043).toBeCloseTo(1, 7);
    expect(mean(cell(1, 1, 3)) / 16.662537554695483).toBeCloseTo(1, 7);
  });

  it.each<[Class, Class, Class, number, number]>([
    [1, 1, 3, 676, 11_300],
    [1, 3, 3, 101, 1_000],
  ])('R = %d, F = %d, M = %d: %d customers worth %d, as printed', (r, f, m, customers, worth) => {
    expect(cell(r, f, m).length).toBe(customers);
    expect(Math.round(total(cell(r, f, m)) / 100) * 100).toBe(worth);
  });

  it('a third by spend is worth 31, 81 and 160 a customer, as printed', () => {
    expect(classes.map((m) => Math.round(mean(again.filter(({ meanSpend }) => spend(meanSpend) === m))))).toEqual([31, 81, 160]);
  });

  /**
   * Printed: 954 customers worth 414,900 in the best cell; 10, 62, 201 by recency and 18, 50, 205 by frequency. How weeks and frequencies
   * of many customers were cut into thirds is not, and these come out near and not the same.
   */
  it('the best cell, and thirds by recency and frequency, are near what is printed', () => {
    expect(Math.abs(total(cell(3, 3, 3)) / 414_900 - 1)).toBeLessThan(0.03);
    expect(Math.abs(cell(3, 3, 3).length / 954 - 1)).toBeLessThan(0.04);
    const near = (of: (customer: Valued) => Class, printed: readonly number[]) =>
      classes.forEach((third, i) => {
        expect(Math.abs(mean(again.filter((customer) => of(customer) === third)) / printed[i]! - 1)).toBeLessThan(0.075);
      });
    near(({ lastWeek }) => recency(lastWeek), [10, 62, 201]);
    near(({ x }) => frequency(x), [18, 50, 205]);
  });

  it('the cells and the class without repeat purchase are everybody, each once', () => {
    const cells = classes.flatMap((r) => classes.flatMap((f) => classes.map((m) => cell(r, f, m).length)));
    expect(cells.every((customers) => customers > 0)).toBe(true);
    expect(cells.reduce((sum, customers) => sum + customers, 12_054)).toBe(23_560);
  });

  it('more purchases long ago are worth less than few: 7 until week 35 as much as 1 until week 30, about 2', () => {
    const transactions = (x: number, tx: number) => discountedExpectedPurchases(paretoNbd, purchases, { x, tx, T: 77.86 }, forEver);
    expect(transactions(7, 35)).toBeCloseTo(2, 0);
    expect(transactions(1, 30)).toBeCloseTo(2, 0);
    expect(transactions(7, 35)).toBeLessThan(transactions(1, 30));
  });

  it('the parameters of 78 weeks fit 39 weeks with a log-likelihood of -9608, as printed', () => {
    const at = emptyEvaluation(4);
    const data = arrange(weekly(known, calibrationEnd), 4);
    paretoNbdObjective(data)(
      Float64Array.from(paretoNbd.parameterNames, (name) => Math.log(purchases[name]!)),
      at,
    );
    expect(Math.round(at.value * data.customers)).toBe(-9608);
  });
});
