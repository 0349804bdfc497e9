import type { Scalar } from '../last-write/register-list.js';

/** The name of all groups together that are not shown separately. */
export const otherGroup = '(other)';

/** More groups than anybody compares; a dimension that is nearly unique per customer has many more. */
export const mostGroups = 1_000;

/** Decides which groups are shown separately. */
export interface LargestGroups {
  /** The group itself, or `otherGroup`. */
  shown(group: Scalar): Scalar;
  /** How many groups `otherGroup` combines. */
  readonly others: number;
}

/** Each group is shown separately. */
export const allGroups: LargestGroups = { shown: (group) => group, others: 0 };

/** The number of customers in each group, counted before anything is built for a group. */
export class GroupSizes {
  readonly #sizes = new Map<Scalar, number>();

  add(group: Scalar, customers = 1): void {
    this.#sizes.set(group, (this.#sizes.get(group) ?? 0) + customers);
  }

  /** The groups with the most customers, at most `most`; "not known" is always among them. */
  largest(most: number): LargestGroups {
    const groups = [...this.#sizes].filter(([group]) => group !== null);
    if (groups.length <= most) return allGroups;
    groups.sort(([left, one], [right, other]) => other - one || (String(left) < String(right) ? -1 : 1));
    const kept = new Set(groups.slice(0, most).map(([group]) => group));
    return { shown: (group) => (group === null || kept.has(group) ? group : otherGroup), others: groups.length - most };
  }
}
