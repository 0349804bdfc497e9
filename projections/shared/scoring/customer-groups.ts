import type { ReadSnapshot } from '@tenure/read-store';
import type { KnownBy } from '../../lifetime-value/spend.js';
import { dimensionReader, requireKnownDimension } from '../../retention/dimensions.js';
import type { RetentionDocument } from '../../retention/document.js';
import type { Scalar } from '../last-write/register-list.js';
import { occurrencesBy } from '../occurrences/occurrence-days.js';
import { isNever, type Occurrences } from '../occurrences/occurrences.js';
import { liveView } from '../reading/live-view.js';
import { GroupSizes, mostGroups } from './largest-groups.js';

/** A split of all customers by one dimension. */
export interface CustomerGroups {
  /** Null for a customer whose value is not known; `otherGroup` for one of a small group where there are very many. */
  of(customerId: string): Scalar;
  /** How many groups `otherGroup` combines. */
  readonly others: number;
}

/** The read model that has the dimensions. */
export const dimensionsReadModel = 'retention';

/**
 * `by` as in retention: channel or product of the first purchase known by the day in question, or the name of a customer
 * attribute. Null when no split is requested. Memory: the group of each customer.
 * @throws BadQuery when no customer has the attribute
 */
export async function customerGroups(snapshot: ReadSnapshot, by: string | undefined, { until, dayOf }: KnownBy): Promise<CustomerGroups | null> {
  if (by === undefined || by === '') return null;
  const known = (purchases: Occurrences): Occurrences => occurrencesBy(purchases, dayOf, until);
  const read = dimensionReader(by, known);
  const groups = new Map<string, Scalar>();
  const sizes = new GroupSizes();
  for await (const chunk of snapshot.scan(await liveView(snapshot, dimensionsReadModel))) {
    for (const [customerId, document] of chunk as Array<[string, RetentionDocument]>) {
      const group = read(document);
      if (group === null) continue;
      groups.set(customerId, group);
      if (!isNever(known(document[0]))) sizes.add(group);
    }
  }
  requireKnownDimension(by, groups.values());
  const { shown, others } = sizes.largest(mostGroups);
  return { of: (customerId) => shown(groups.get(customerId) ?? null), others };
}

/** The field of an answer with groups for those that are not shown separately. */
export function othersOf({ others }: Pick<CustomerGroups, 'others'>): { readonly otherGroups?: number } {
  return others === 0 ? {} : { otherGroups: others };
}

/** Sums per group: kept under the group itself, returned in order of a figure, the largest first. */
export class GroupSums<Sum extends object> {
  readonly #sums = new Map<Scalar, Sum>();

  constructor(private readonly empty: () => Sum) {}

  of(group: Scalar): Sum {
    let sum = this.#sums.get(group);
    if (sum === undefined) {
      sum = this.empty();
      this.#sums.set(group, sum);
    }
    return sum;
  }

  inOrder(figure: (sum: Sum) => number): Array<[group: Scalar, sum: Sum]> {
    return [...this.#sums].sort(([left, one], [right, other]) => figure(other) - figure(one) || (String(left) < String(right) ? -1 : 1));
  }
}
