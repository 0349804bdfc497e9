import { type MoneyTotal, moneyTotal } from '@tenure/customer';
import { BadQuery, type Query, type Row } from '@tenure/querying';
import { dayName } from '@tenure/time';
import type { Ranked } from '../shared/paging/best-first.js';
import { RankedList } from '../shared/paging/ranked-list.js';
import { readCurrency } from '../shared/query-parameters/currency.js';
import { readDay } from '../shared/query-parameters/day.js';
import { revenueCustomersSchema } from './answer-schemas.js';
import { customersPath } from './customers-link.js';
import type { RecurringRevenueDocument } from './document.js';
import { type Change, cellsOf, changeBetween, type Movement } from './movements.js';
import { RevenueCustomersParameters } from './parameters.js';
import { boundsOf, type RevenueQuestion, type RevenueTerms, readRevenueQuestion, termsOf } from './question.js';
import { Standings } from './standing.js';

export interface RevenueCustomer {
  readonly customerId: string;
  /** What this customer adds to the cell of the currency; null without a currency. */
  readonly amount: MoneyTotal | null;
  /** A month, in each currency that the customer paid with at the opening, or pays with at the closing. */
  readonly revenue: ReadonlyArray<{ readonly opening: MoneyTotal; readonly closing: MoneyTotal }>;
}

export interface RevenueCustomers {
  readonly definition: RevenueTerms & {
    readonly name: 'recurring-revenue-customers';
    readonly period: string;
    readonly opens: string;
    readonly closes: string;
    readonly movement: Movement;
    readonly currency: string | null;
  };
  /** Of all pages: those of the cell. */
  readonly total: { readonly count: number; readonly amount: MoneyTotal | null };
  readonly items: readonly RevenueCustomer[];
  readonly next: string | null;
}

interface RankedCustomer extends Ranked {
  readonly change: Change;
  readonly minor: bigint;
}

export const revenueCustomersQuery: Query<RevenueCustomersParameters> = {
  name: 'recurring-revenue-customers',
  path: customersPath,
  summary: 'The customers behind a cell of recurring revenue, the largest amount first',
  params: RevenueCustomersParameters,
  answer: revenueCustomersSchema,
  access: 'figures',
  cost: 'scan',

  async run(context, parameters): Promise<RevenueCustomers> {
    const question = await readRevenueQuestion(context, parameters);
    const { calendar, present, view } = question;
    const { movement = 'opening' } = parameters;
    const currency = readCurrency(parameters.currency);
    const period = calendar.periodOfDay(readDay(parameters.period) ?? present.day);
    requireKnown(question, period, movement);
    requireCurrencyOf(movement, currency);
    const { opens, closes } = boundsOf(question, period);
    const terms = { ...termsOf(question), period: calendar.nameOf(period), opens: dayName(opens), closes: dayName(closes), movement, currency };
    const list = new RankedList<RankedCustomer>(parameters, terms);
    let [count, sum] = [0, 0n];
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [key, document] of chunk as Array<[string, RecurringRevenueDocument]>) {
        const standings = new Standings(document, calendar);
        const change = changeBetween(standings.by(opens), standings.by(closes));
        if (change === null) continue;
        const counted = [...cellsOf(change)].find((cell) => cell.movement === movement && cell.currency === currency);
        if (counted === undefined) continue;
        const { minor } = counted;
        count += 1;
        sum += minor;
        const value = Number(minor);
        if (list.accepts(value, key)) list.add({ value, key, change, minor });
      }
    }
    const { page, next } = list.page();
    const money = (minor: bigint): MoneyTotal | null => (currency === null ? null : moneyTotal(minor, currency));
    return {
      definition: { name: 'recurring-revenue-customers', ...terms },
      total: { count, amount: money(sum) },
      items: page.map(({ key, change, minor }) => ({ customerId: key, amount: money(minor), revenue: revenueOf(change) })),
      next,
    };
  },

  rows: ({ definition, items }: RevenueCustomers) => items.map((item): Row => rowOf(item, definition)),
  columns: () => customerColumns,
};

const customerColumns = ['customerId', 'period', 'opens', 'closes', 'movement', 'amountMinor', 'currency'] as const;

const rowOf = ({ customerId, amount }: RevenueCustomer, { period, opens, closes, movement, currency }: RevenueCustomers['definition']): Row => ({
  customerId,
  period,
  opens,
  closes,
  movement,
  amountMinor: amount?.minor ?? null,
  currency,
});

const revenueOf = ({ opening, closing }: Change): RevenueCustomer['revenue'] =>
  [...new Set([...opening.keys(), ...closing.keys()])].sort().map((currency) => ({
    opening: moneyTotal(opening.get(currency) ?? 0n, currency),
    closing: moneyTotal(closing.get(currency) ?? 0n, currency),
  }));

/** @throws BadQuery for a cell that the figure leaves open */
function requireKnown({ calendar, present }: RevenueQuestion, period: number, movement: Movement): void {
  const inProgress = calendar.periodOfDay(present.day);
  if (period < inProgress || (period === inProgress && movement === 'opening')) return;
  throw new BadQuery(
    'period',
    'period-not-over',
    `${calendar.nameOf(period)} is not over on ${dayName(present.day)}, the present: what becomes of its customers is not known yet. Ask for an earlier period, or for the opening of this one.`,
  );
}

/** @throws BadQuery where a movement is one of money alone, or of customers alone */
function requireCurrencyOf(movement: Movement, currency: string | null): void {
  if (currency === null && (movement === 'expansion' || movement === 'contraction')) {
    throw new BadQuery('currency', 'currency-missing', `${movement} is of money: say in which currency.`);
  }
  if (currency !== null && movement === 'retained') {
    throw new BadQuery('currency', 'currency-not-possible', 'Who was retained is counted whatever they pay with: leave currency out.');
  }
}
