import type { QueryContext } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import type { ValueDocument } from '../lifetime-value/document.js';
import { dailySpend, type KnownBy } from '../lifetime-value/spend.js';
import type { Ranked } from '../shared/paging/best-first.js';
import type { RankedList } from '../shared/paging/ranked-list.js';
import type { Beside } from '../shared/reading/beside.js';
import { type CustomerGroups, GroupSums } from '../shared/scoring/customer-groups.js';
import { isClosedOn } from '../shared/scoring/dated-closings.js';
import { objectedOn } from '../shared/scoring/scoring-objection.js';
import type { ChurnDocument } from './projection.js';
import { type Ranking, valueAtRisk } from './ranking.js';
import type { ChurnScorer } from './scorer.js';

/** How many customers are not on the list, by reason. */
export interface LeftOut {
  /** Customers who object to automated scoring. */
  objected: number;
  closed: number;
  noPurchase: number;
  /** Only where a currency was given, or the order is by value at risk. */
  noPurchaseInCurrency: number;
  probablyGone: number;
  lessLikely: number;
}

/** Sums over the customers of a list; money in major units. */
export interface RiskSum {
  customers: number;
  probablyGone: number;
  probability: number;
  value: number;
  valueAtRisk: number;
}

export interface RankedCustomer extends Ranked {
  readonly document: ValueDocument;
}

export interface Survey {
  readonly customers: number;
  readonly leftOut: LeftOut;
  readonly groups: GroupSums<RiskSum>;
}

/**
 * One pass over all customers: the first of the ranking go into `list`, everybody into the sums or under a reason for being left out.
 * `documents`: what else is known of each, for a model that reads it.
 */
export async function survey(
  { snapshot }: QueryContext,
  view: View,
  scorer: ChurnScorer,
  ranking: Ranking,
  groupOf: CustomerGroups | null,
  list: RankedList<RankedCustomer>,
  known: KnownBy,
  documents: Beside<ChurnDocument> | null,
): Promise<Survey> {
  const leftOut: LeftOut = { objected: 0, closed: 0, noPurchase: 0, noPurchaseInCurrency: 0, probablyGone: 0, lessLikely: 0 };
  const groups = new GroupSums<RiskSum>(() => ({ customers: 0, probablyGone: 0, probability: 0, value: 0, valueAtRisk: 0 }));
  let customers = 0;
  const { order, values, buyersIn, minActive, minProbability } = ranking;
  const wantsValue = order === 'value-at-risk' || groupOf !== null;
  const sums = (key: string): RiskSum => groups.of(groupOf === null ? null : groupOf.of(key));
  for await (const chunk of snapshot.scan(view)) {
    for (const [key, document] of chunk as Array<[string, ValueDocument]>) {
      if (objectedOn(document.n) !== null) {
        leftOut.objected += 1;
        continue;
      }
      if (isClosedOn(document.c, known.dayOf, known.until)) {
        leftOut.closed += 1;
        continue;
      }
      const parts = wantsValue ? (values?.valuer.parts(document) ?? null) : null;
      const spend = parts === null ? dailySpend(document, buyersIn ?? '', known) : null;
      const chances = scorer.chances((parts?.daily ?? spend!).days, documents && (await documents.of(key)));
      if (chances === null) leftOut.noPurchase += 1;
      else if (spend !== null && (order === 'value-at-risk' || (buyersIn !== null && !scorer.hasBegun(spend.spendDays)))) leftOut.noPurchaseInCurrency += 1;
      else if (chances.active < minActive) {
        leftOut.probablyGone += 1;
        sums(key).probablyGone += 1;
      } else if (chances.probability < minProbability) leftOut.lessLikely += 1;
      else {
        customers += 1;
        const worth = parts?.value ?? 0;
        const atRisk = valueAtRisk(worth, chances.probability);
        const sum = sums(key);
        sum.customers += 1;
        sum.probability += chances.probability;
        sum.value += worth;
        sum.valueAtRisk += atRisk;
        const rank = order === 'value-at-risk' ? atRisk : chances.probability;
        if (list.accepts(rank, key)) list.add({ value: rank, key, document });
      }
    }
  }
  return { customers, leftOut, groups };
}
