import { BadQuery } from '@tenure/projecting';
import type { ReadSnapshot } from '@tenure/read-store';
import type { Scalar } from '../last-write/register-list.js';
import { liveView } from '../reading/live-view.js';
import { dimensionReader } from '../retention/dimensions.js';
import type { RetentionDocument } from '../retention/projection.js';

/** The group of a customer by one dimension; null for a customer of whom it is not known. */
export type GroupOf = (customerId: string) => Scalar;

/** The read model that knows the dimensions. */
export const dimensionsReadModel = 'retention';

/**
 * `by` as in retention: channel or product of the first purchase, or the name of a customer attribute. Null when no
 * split is asked for. Memory: the group of each customer.
 * @throws BadQuery when no customer has it
 */
export async function customerGroups(snapshot: ReadSnapshot, by: string | undefined): Promise<GroupOf | null> {
  if (by === undefined || by === '') return null;
  const read = dimensionReader(by);
  const groups = new Map<string, Scalar>();
  for await (const chunk of snapshot.scan(await liveView(snapshot, dimensionsReadModel))) {
    for (const [customerId, document] of chunk as Array<[string, RetentionDocument]>) {
      const group = read(document);
      if (group !== null) groups.set(customerId, group);
    }
  }
  if (groups.size === 0) {
    throw new BadQuery(
      'by',
      'unknown-dimension',
      `No customer has "${by}": write channel or product (of the first purchase), or the name of a customer attribute.`,
    );
  }
  return (customerId) => groups.get(customerId) ?? null;
}

/** What adds up per group: kept under the group itself, given in order of a figure, the most first. */
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
