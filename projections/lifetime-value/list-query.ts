import type { Query } from '@tenure/querying';
import type { Scalar } from '../shared/last-write/register-list.js';
import type { Ranked } from '../shared/paging/best-first.js';
import { RankedList } from '../shared/paging/ranked-list.js';
import { liveView } from '../shared/reading/live-view.js';
import { customerGroups, dimensionsReadModel, GroupSums, othersOf } from '../shared/scoring/customer-groups.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import type { PurchaseFit } from '../shared/scoring/purchase-fit.js';
import { valueListSchema } from './answer-schemas.js';
import type { ValueDocument } from './document.js';
import { ExpectedPurchases } from './expected-purchases.js';
import type { ValueOrder } from './orders.js';
import { ValueListParameters } from './parameters.js';
import { type OtherCurrency, termsOf, type ValueQuestion, type ValueTerms, valueQuestion } from './question.js';
import { valueColumns, valueRow } from './rows.js';
import { type ValueClass, type ValueSum, valueClass } from './value-class.js';
import { type CustomerValue, type NoValue, Valuer, valueAnswers } from './valuer.js';

export interface ValueList extends ValueTerms, Partial<NotEnoughData> {
  readonly items: ReadonlyArray<CustomerValue | NoValue>;
  readonly next: string | null;
  readonly orderedBy: ValueOrder;
  readonly otherCurrencies: readonly OtherCurrency[];
  readonly by: string | null;
  /** With `by`: over all customers with a value, over all pages; the most valuable group first. */
  readonly groups?: readonly ValueGroup[];
}

export interface ValueGroup extends ValueClass {
  readonly group: Scalar;
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
    const { fits, otherCurrencies } = question;
    const by = parameters.by || null;
    const orderedBy: ValueOrder = isNotEnough(fits) ? 'expectedPurchases' : 'value';
    const head = { orderedBy, ...terms, otherCurrencies, by };
    const rank = rankOf(question);
    if (rank === null) return { items: [], next: null, ...head, ...(fits as NotEnoughData) };

    const pins = { ...terms, by, orderedBy, purchases: referenceOf(question.purchases), spend: isNotEnough(fits) ? null : fits.spend.position };
    const list = new RankedList<RankedCustomer>(parameters, pins);
    const groupOf = await customerGroups(context.snapshot, parameters.by, question.known);
    const groups = new GroupSums<ValueSum>(() => ({ customers: 0, value: 0 }));
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [key, document] of chunk as Array<[string, ValueDocument]>) {
        const value = rank(document);
        if (value === null) continue;
        if (list.accepts(value, key)) list.add({ value, key, document });
        if (groupOf === null) continue;
        const sum = groups.of(groupOf.of(key));
        sum.customers += 1;
        sum.value += value;
      }
    }
    const { page, next } = list.page();
    const answer = valueAnswers(question);
    return {
      items: page.map(({ key, document }) => answer(key, document)),
      next,
      ...head,
      ...(isNotEnough(fits) ? fits : {}),
      ...(groupOf === null || isNotEnough(fits)
        ? {}
        : { groups: groups.inOrder(({ value }) => value).map(([group, sum]) => ({ group, ...valueClass(sum, fits.currency) })), ...othersOf(groupOf) }),
    };
  },

  rows: (answer: ValueList) => answer.items.map(valueRow),
  columns: () => valueColumns,
};

/** The rank of customers, null for one who is on no list; null where there is no data for anybody. */
function rankOf(question: ValueQuestion): ((document: ValueDocument) => number | null) | null {
  const { fits, purchases, currency } = question;
  if (!isNotEnough(fits)) {
    const valuer = new Valuer(question, fits);
    return (document) => valuer.parts(document)?.value ?? null;
  }
  // A fit that will be there within seconds is waited for, not replaced by another order.
  if (isNotEnough(purchases) || currency === null || fits.fitPending) return null;
  const expected = new ExpectedPurchases(question, purchases, currency);
  return (document) => expected.of(document)?.expectedPurchases ?? null;
}

const referenceOf = (purchases: PurchaseFit | NotEnoughData): string | null =>
  isNotEnough(purchases) ? null : `${purchases.fit.model} ${purchases.fit.position}`;
