import { readFileSync } from 'node:fs';
import { backtestModel, type CustomerRecords, type ModelBacktested, type PurchaseHistories } from '@tenure/fitting';
import { parseDay } from '@tenure/time';
import { describeWith, testData } from '../engine/test-data.js';

const file = 'online_retail_invoices.csv';
const horizon = 90;

/**
 * The area under the curve of a logistic regression (scikit-learn 1.9, L2, C = 1) on recency, frequency, age and the silence over the own
 * gap, learnt from these customers on every fifteenth day whose 90 days were over: no amounts, which the model does not know either.
 * With the mean amount it is 0.736, 0.767 and 0.748.
 */
const cutOffs = [
  { at: '2011-04-25', customers: 2_402, regression: 0.7162, brier: 0.222 },
  { at: '2011-06-24', customers: 2_931, regression: 0.7552, brier: 0.215 },
  { at: '2011-08-23', customers: 3_278, regression: 0.7468, brier: 0.205 },
];

interface Bought {
  readonly days: readonly number[];
  /** Spent on each day, in pence. */
  readonly pence: readonly number[];
}

/** Invoices with money in them that are not cancellations. */
function customers(): Bought[] {
  const held = new Map<string, Map<number, number>>();
  for (const line of readFileSync(testData(file), 'latin1').trim().split(/\r?\n/).slice(1)) {
    const [customer, , date, , , amount, cancellation] = line.split(',') as [string, string, string, string, string, string, string];
    if (cancellation !== '0' || !(Number(amount) > 0)) continue;
    const days = held.get(customer) ?? new Map<number, number>();
    const day = parseDay(date.slice(0, 10))!;
    days.set(day, (days.get(day) ?? 0) + Math.round(100 * Number(amount)));
    held.set(customer, days);
  }
  return [...held.values()].map((byDay) => {
    const ordered = [...byDay].sort(([one], [other]) => one - other);
    return { days: ordered.map(([day]) => day), pence: ordered.map(([, pence]) => pence) };
  });
}

/** As if nothing had been recorded after a day. */
const upTo = (last: number, { days, pence }: Bought): Bought => {
  const known = days.filter((day) => day <= last).length;
  return { days: days.slice(0, known), pence: pence.slice(0, known) };
};

const historiesOf = (bought: readonly Bought[]): PurchaseHistories => ({
  async *read(until = Infinity) {
    yield bought.map((one) => {
      const { days, pence } = upTo(until, one);
      return { days, spendDays: days, minor: pence };
    });
  },
});

const recordsOf = (bought: readonly Bought[]): CustomerRecords => ({
  async *read() {
    yield bought.filter(({ days }) => days.length > 0).map(({ days }) => ({ purchases: days, visits: [], complaints: [], satisfaction: [], downgrades: [] }));
  },
});

const backtest = (bought: readonly Bought[], at: string): Promise<ModelBacktested> =>
  backtestModel({ model: 'hazard', at, horizon: `P${horizon}D` }, historiesOf(bought), {
    currency: { code: 'GBP', minorPerMajor: 100 },
    today: parseDay('2012-01-01')!,
    records: recordsOf(bought),
  });

/**
 * The published table on this shop is of two years, of which the file has the second: at the first of its cut-offs nothing has matured,
 * and at the others the customers of the first year are not known. Its figures are no measure here.
 */
describeWith(file, 'who stays away for 90 days at Online Retail, by a model that knew what was known on the day', () => {
  const bought = customers();

  it.each(cutOffs)('$at: ranks as a regression on the same facts, above recency, and with a lower Brier score than the share of all', async (cutOff) => {
    const tested = await backtest(bought, cutOff.at);
    const { customers: scored, auc, brier, baseRate, naive } = tested;
    expect(scored).toBe(cutOff.customers);
    expect(auc).toBeGreaterThan(cutOff.regression - 0.005);
    expect(auc).toBeGreaterThan(naive.recency.auc! + 0.04);
    expect(brier).toBeLessThan(cutOff.brier);
    expect(brier).toBeLessThan(baseRate * (1 - baseRate));
  });

  it.each(cutOffs)('$at: has learnt from outcomes that were over on the day, and from nothing later', async ({ at }) => {
    const day = parseDay(at)!;
    const tested = await backtest(bought, at);
    if (!('line' in tested.outcomes)) throw new Error(tested.outcomes.notEnoughData);
    expect(tested.outcomes.at + horizon).toBe(day);
    // The same past, and another future: every other customer comes back, on the last day.
    const elsewise = bought.map((one, i) => {
      const { days, pence } = upTo(day, one);
      return i % 2 === 0 ? { days, pence } : { days: [...days, day + horizon], pence: [...pence, 100] };
    });
    const { meanProbability, outcomes, baseRate } = await backtest(elsewise, at);
    expect({ meanProbability, outcomes }).toEqual({ meanProbability: tested.meanProbability, outcomes: tested.outcomes });
    expect(baseRate).not.toBe(tested.baseRate);
  });

  it('is refused for a day on which no 90 days were over, with the reason', async () => {
    await expect(backtest(bought, '2011-02-24')).rejects.toMatchObject({
      code: 'too-little-data',
      message: expect.stringContaining('On the last day whose 90 days are over, 0 customers had bought'),
    });
  });
});
