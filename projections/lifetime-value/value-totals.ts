import type { Scalar } from '../shared/last-write/register-list.js';
import { GroupSums, othersOf } from '../shared/scoring/customer-groups.js';
import type { DrawnSum } from './drawn-sum.js';
import { type ValueClass, valueClass } from './value-class.js';
import type { ValueGroups } from './value-groups.js';
import type { WithInterval } from './value-interval.js';
import type { ValueParts } from './value-parts.js';
import type { Valuer } from './valuer.js';

/** `interval`: of the total value. */
export interface ValueTotal extends ValueClass, WithInterval {}

export interface ValueGroup extends ValueTotal {
  readonly group: Scalar;
}

/** Over all customers of the list, on whatever page they are. */
export interface Totals {
  readonly total: ValueTotal;
  /** With `by`: the most valuable group first. */
  readonly groups?: readonly ValueGroup[];
  readonly otherGroups?: number;
}

/** Adds up the values of all customers, and of each group. */
export class ValueTotals {
  readonly #total: DrawnSum;
  readonly #groups: GroupSums<DrawnSum>;

  constructor(
    private readonly valuer: Valuer,
    private readonly currency: string,
    private readonly groupOf: ValueGroups | null,
  ) {
    this.#total = valuer.emptySum();
    this.#groups = new GroupSums(() => valuer.emptySum());
  }

  add(parts: ValueParts, customerId: string): void {
    this.#total.add(parts);
    if (this.groupOf !== null) this.#groups.of(this.groupOf.of(parts, customerId)).add(parts);
  }

  answer(): Totals {
    const total = this.#answerOf(this.#total);
    if (this.groupOf === null) return { total };
    const groups = this.#groups.inOrder(({ value }) => value).map(([group, sum]) => ({ group, ...this.#answerOf(sum) }));
    return { total, groups, ...othersOf(this.groupOf) };
  }

  #answerOf(sum: DrawnSum): ValueTotal {
    return { ...valueClass(sum, this.currency), ...this.valuer.intervalOfSum(sum) };
  }
}
