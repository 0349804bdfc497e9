import type { Scalar } from '../last-write/register-list.js';

/** What the groups that are not shown by themselves are shown as, together. */
export const otherGroup = '(other)';

/** More groups than anybody compares; a grouping by something that nearly every customer has for itself has many more. */
export const mostGroups = 1_000;

/** Which groups are shown by themselves. */
export interface LargestGroups {
  /** The group itself, or `otherGroup`. */
  shown(group: Scalar): Scalar;
  /** How many groups `otherGroup` stands for. */
  readonly others: number;
}

/** How many customers each group has: counted before anything is built for a group. */
export class GroupSizes {
  readonly #sizes = new Map<Scalar, number>();

  add(group: Scalar): void {
    this.#sizes.set(group, (this.#sizes.get(group) ?? 0) + 1);
  }

  /** Of so many groups those with the most customers; "not known" is always one of them. */
  largest(most: number): LargestGroups {
    const groups = [...this.#sizes].filter(([group]) => group !== null);
    if (groups.length <= most) return { shown: (group) => group, others: 0 };
    groups.sort(([left, one], [right, other]) => other - one || (String(left) < String(right) ? -1 : 1));
    const kept = new Set(groups.slice(0, most).map(([group]) => group));
    return { shown: (group) => (group === null || kept.has(group) ? group : otherGroup), others: groups.length - most };
  }
}
