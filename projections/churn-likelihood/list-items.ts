import type { QueryContext } from '@tenure/querying';
import { dailySpend, type KnownBy } from '../lifetime-value/spend.js';
import type { Scalar } from '../shared/last-write/register-list.js';
import { moneyOf } from '../shared/money/money.js';
import type { CustomerGroups } from '../shared/scoring/customer-groups.js';
import { contactsOf } from './contacts.js';
import type { RankedCustomer, RiskSum } from './customers-at-risk.js';
import type { CustomerAtRisk, RiskGroup } from './list-answer.js';
import { overrideOn } from './overrides.js';
import type { ChurnDocument } from './projection.js';
import { type Ranking, valueAtRisk } from './ranking.js';
import type { ChurnQuestion, ChurnScore, ChurnScorer } from './scorer.js';

/** The customers of one page in full. */
export async function itemsOf(
  context: QueryContext,
  page: readonly RankedCustomer[],
  question: ChurnQuestion,
  scorer: ChurnScorer,
  { values }: Ranking,
  groupOf: CustomerGroups | null,
  knownBy: KnownBy,
): Promise<CustomerAtRisk[]> {
  const contacts = await contactsOf(
    context,
    page.map(({ key }) => key),
  );
  const documents = await Promise.all(page.map(({ key }) => churnDocumentOf(context, question, key)));
  return page.map(({ key, document }, index) => {
    const known = documents[index]!;
    const score = scorer.score(key, dailySpend(document, '', knownBy).days, document.c, known) as ChurnScore; // a ranked customer has a score
    const value = values?.valuer.parts(document)?.value;
    const money = (major: number) => moneyOf(major, values!.fits.currency);
    return {
      ...score,
      ...contacts?.[index],
      override: known && overrideOn(known.v, question.about.dayOf, question.overrideDay),
      ...(groupOf === null ? {} : { group: groupOf.of(key) }),
      value: value === undefined ? null : money(value),
      valueAtRisk: value === undefined ? null : money(valueAtRisk(value, score.probability)),
    };
  });
}

/** Null where the read model does not have the customer yet. */
async function churnDocumentOf({ snapshot }: QueryContext, { view }: ChurnQuestion, customerId: string): Promise<ChurnDocument | null> {
  const stored = await snapshot.get(view, customerId);
  return stored && (JSON.parse(stored.body) as ChurnDocument);
}

export function groupAnswer([group, sum]: [Scalar, RiskSum], currency: string | undefined): RiskGroup {
  const money = (major: number) => (currency === undefined ? null : moneyOf(major, currency));
  return {
    group,
    customers: sum.customers,
    probablyGone: sum.probablyGone,
    meanProbability: sum.customers === 0 ? null : sum.probability / sum.customers,
    value: money(sum.value),
    valueAtRisk: money(sum.valueAtRisk),
  };
}
