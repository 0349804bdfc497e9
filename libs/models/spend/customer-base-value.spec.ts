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

/**
 * The customer base of Fader, Hardie & Lee (2005, "RFM and CLV"), section 4: a model fitted on one customer in ten values them all. Of the
 * table of 27 cells only three could be compared; what is called printed is as readers of the paper quote it.
 */
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

type Compare = (one: Valued, other: Valued) => number;
const byWeek: Compare = (one, other) => one.lastWeek - other.lastWeek;
const byFrequency: Compare = (one, other) => one.x - other.x;
const bySpend: Compare = (one, other) => one.meanSpend - other.meanSpend;
const byTotalSpend: Compare = (one, other) => one.x * one.meanSpend - other.x * other.meanSpend;

/** The third of each customer in an order: three classes of equal size, so that ties are parted by the next comparison. */
function thirds(customers: readonly Valued[], ...comparisons: readonly Compare[]): ReadonlyMap<Valued, Class> {
  const sorted = [...customers].sort((one, other) => comparisons.reduce((difference, compare) => difference || compare(one, other), 0));
  return new Map(sorted.map((customer, rank) => [customer, (1 + Math.floor((3 * rank) / sorted.length)) as Class]));
}

const total = (customers: readonly Valued[]): number => customers.reduce((sum, { value }) => sum + value, 0);
const mean = (customers: readonly Valued[]): number => total(customers) / customers.length;

const classes: readonly Class[] = [1, 2, 3];

/**
 * How the paper parts customers of one week or one frequency is not printed. Within a week by what they spent, and within a frequency
 * by how recently they bought, all printed counts and means come out.
 */
function valueCustomerBase() {
  const known = cdnowSample();
  const purchases = paretoNbd.fit(weekly(known, end)).parameters;
  const money = gammaGamma.fit(spendGroups(known, end)).parameters;
  const everyone = cdnowMaster().filter((buyer) => centsAgain(buyer) <= mostSpentAgain);
  const all = everyone.map((buyer) => valued(buyer, purchases, money));
  const again = all.filter(({ x }) => x > 0);
  const third = {
    recency: thirds(again, byWeek, byTotalSpend),
    frequency: thirds(again, byFrequency, byWeek, bySpend),
    spend: thirds(again, bySpend),
  };
  const cell = (r: Class, f: Class, m: Class): Valued[] =>
    again.filter((customer) => third.recency.get(customer) === r && third.frequency.get(customer) === f && third.spend.get(customer) === m);
  return { known, purchases, money, all, once: all.filter(({ x }) => x === 0), again, third, cell };
}

describeWithData('the value of the CDNOW customer base', () => {
  let base: ReturnType<typeof valueCustomerBase>;
  beforeAll(() => {
    base = valueCustomerBase();
  });

  it('23,560 customers are worth just over 1.1 million, 47 each, as printed', () => {
    expect(base.all.length).toBe(23_560);
    expect(total(base.all)).toBeGreaterThan(1.1e6);
    expect(total(base.all)).toBeLessThan(1.105e6);
    expect(mean(base.all)).toBeCloseTo(47, 0);
  });

  it('the 12,054 who never came back are worth 4.40 each, 53,000 together, almost 5 %, as printed', () => {
    expect(base.once.length).toBe(12_054);
    expect(mean(base.once)).toBeCloseTo(4.4, 2);
    expect(Math.round(total(base.once) / 1000)).toBe(53);
    expect(total(base.once) / total(base.all)).toBeCloseTo(0.05, 2);
    expect(gammaGamma.expectedSpend(base.money, 0, 0).spend).toBeCloseTo(36, 0);
  });

  /** By scipy, with hyperu for Psi and quad for P(alive), at the same parameters. */
  it('agrees with an independent calculation', () => {
    expect(total(base.all) / 1_100_623.105772834).toBeCloseTo(1, 7);
    expect(mean(base.once) / 4.404056139802043).toBeCloseTo(1, 7);
    expect(mean(base.cell(1, 1, 3)) / 16.662537554695483).toBeCloseTo(1, 7);
  });

  it.each<[Class, Class, Class, number, number]>([
    [1, 1, 3, 676, 11_300],
    [1, 3, 3, 101, 1_000],
    [3, 3, 3, 954, 414_900],
  ])('R = %d, F = %d, M = %d: %d customers, as printed, worth %d, as printed to a hundred or so', (r, f, m, customers, worth) => {
    expect(base.cell(r, f, m).length).toBe(customers);
    expect(Math.abs(total(base.cell(r, f, m)) - worth)).toBeLessThan(110);
  });

  it('the best cell is worth 435 a customer, nearly 38 % of all, as printed', () => {
    expect(mean(base.cell(3, 3, 3))).toBeCloseTo(435, 0);
    expect(total(base.cell(3, 3, 3)) / total(base.all)).toBeCloseTo(0.38, 2);
  });

  it.each([
    ['recency', [10, 62, 201]],
    ['frequency', [18, 50, 205]],
    ['spend', [31, 81, 160]],
  ] as const)('customers by third of %s are worth on average what is printed', (by, printed) => {
    expect(classes.map((each) => Math.round(mean(base.again.filter((customer) => base.third[by].get(customer) === each))))).toEqual(printed);
  });

  it('the cells and the class without repeat purchase are everybody, each once', () => {
    const cells = classes.flatMap((r) => classes.flatMap((f) => classes.map((m) => base.cell(r, f, m).length)));
    expect(cells.every((customers) => customers > 0)).toBe(true);
    expect(cells.reduce((sum, customers) => sum + customers, 12_054)).toBe(23_560);
  });

  it('more purchases long ago are worth less than few: 7 until week 35 as much as 1 until week 30, about 2', () => {
    const transactions = (x: number, tx: number) => discountedExpectedPurchases(paretoNbd, base.purchases, { x, tx, T: 77.86 }, forEver);
    expect(transactions(7, 35)).toBeCloseTo(2, 0);
    expect(transactions(1, 30)).toBeCloseTo(2, 0);
    expect(transactions(7, 35)).toBeLessThan(transactions(1, 30));
  });

  it('the parameters of 78 weeks fit 39 weeks with a log-likelihood of -9608, as printed', () => {
    const at = emptyEvaluation(4);
    const data = arrange(weekly(base.known, calibrationEnd), 4);
    paretoNbdObjective(data)(
      Float64Array.from(paretoNbd.parameterNames, (name) => Math.log(base.purchases[name]!)),
      at,
    );
    expect(Math.round(at.value * data.customers)).toBe(-9608);
  });
});
