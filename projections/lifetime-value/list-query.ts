import type { Query } from '@tenure/querying';
import type { Ranked } from '../shared/paging/best-first.js';
import { RankedList } from '../shared/paging/ranked-list.js';
import { liveView } from '../shared/reading/live-view.js';
import { dimensionsReadModel } from '../shared/scoring/customer-groups.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import type { PurchaseFit } from '../shared/scoring/purchase-fit.js';
import { countObjecting } from '../shared/scoring/scoring-objection.js';
import { valueListSchema } from './answer-schemas.js';
import type { ValueDocument } from './document.js';
import { downTo } from './down-to.js';
import { ExpectedPurchases } from './expected-purchases.js';
import type { ValueOrder } from './orders.js';
import { ValueListParameters } from './parameters.js';
import { type OtherCurrency, termsOf, type ValueQuestion, type ValueTerms, valueQuestion } from './question.js';
import { valueColumns, valueRow } from './rows.js';
import type { WithTerms } from './term-origins.js';
import { valueGroups } from './value-groups.js';
import { type Totals, ValueTotals } from './value-totals.js';
import { type CustomerValue, type NoValue, Valuer, valueAnswers } from './valuer.js';

/** Totals only with a model of spend. */
export interface ValueList extends ValueTerms, WithTerms, Partial<NotEnoughData>, Partial<Totals> {
  readonly items: ReadonlyArray<CustomerValue | NoValue>;
  readonly next: string | null;
  readonly orderedBy: ValueOrder;
  readonly otherCurrencies: readonly OtherCurrency[];
  readonly by: string | null;
  /** Number of customers who object to automated scoring: they are on no list. */
  readonly objected: number;
}

interface RankedCustomer extends Ranked {
  readonly document: ValueDocument;
}

export const valueListQuery: Query<ValueListParameters> = {
  name: 'lifetime-value',
  path: 'lifetime-value',
  summary: 'Customers by what they are expected to bring within the horizon, the most first',
  params: ValueListParameters,
  answer: valueListSchema,
  access: 'figures',
  cost: 'scan',
  alsoReads: [dimensionsReadModel],

  async run(context, parameters): Promise<ValueList> {
    const view = await liveView(context.snapshot, 'lifetime-value');
    const question = await valueQuestion(context, view, parameters);
    const terms = termsOf(question);
    const { fits, otherCurrencies, origins, productMargins } = question;
    const by = parameters.by || null;
    const orderedBy: ValueOrder = isNotEnough(fits) ? 'expectedPurchases' : 'value';
    const head = { orderedBy, ...terms, terms: origins, otherCurrencies, by, objected: await countObjecting(context.snapshot, view) };
    const expected = isNotEnough(fits) ? expectedWithoutSpend(question, fits) : null;
    if (isNotEnough(fits) && expected === null) return { items: [], next: null, ...head, ...fits };

    const pins = {
      ...terms,
      productMargins: JSON.stringify([...productMargins]),
      by,
      downTo: parameters.downTo || null,
      orderedBy,
      purchases: referenceOf(question.purchases),
      spend: isNotEnough(fits) ? null : fits.spend.position,
    };
    const list = new RankedList<RankedCustomer>(parameters, pins);
    const groupOf = await valueGroups(context.snapshot, parameters.by, question.known);
    const valuer = isNotEnough(fits) ? null : new Valuer(question, fits);
    const totals = valuer === null ? null : new ValueTotals(valuer, question.currency!, groupOf);
    const rankOf = (document: ValueDocument): number | null => valuer?.parts(document)?.value ?? expected?.of(document)?.expectedPurchases ?? null;
    const within = await downTo(context.snapshot, view, parameters.downTo, rankOf);
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [key, document] of chunk as Array<[string, ValueDocument]>) {
        const parts = valuer?.parts(document) ?? null;
        const value = parts?.value ?? expected?.of(document)?.expectedPurchases ?? null;
        if (value === null || !within(value, key)) continue;
        if (parts !== null) totals?.add(parts, key);
        if (list.accepts(value, key)) list.add({ value, key, document });
      }
    }
    const { page, next } = list.page();
    const answer = valueAnswers(question);
    return { items: page.map(({ key, document }) => answer(key, document)), next, ...head, ...(isNotEnough(fits) ? fits : {}), ...totals?.answer() };
  },

  rows: (answer: ValueList) => answer.items.map(valueRow),
  columns: () => valueColumns,
};

/** What customers are listed by without a model of spend; null where it is waited for, or where there is no model of purchases either. */
function expectedWithoutSpend(question: ValueQuestion, { fitPending }: NotEnoughData): ExpectedPurchases | null {
  const { purchases, currency } = question;
  // A fit that will be there within seconds is waited for, not replaced by another order.
  if (isNotEnough(purchases) || currency === null || fitPending) return null;
  return new ExpectedPurchases(question, purchases, currency);
}

const referenceOf = (purchases: PurchaseFit | NotEnoughData): string | null =>
  isNotEnough(purchases) ? null : `${purchases.fit.model} ${purchases.fit.position}`;
