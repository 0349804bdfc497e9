import type { ReadSnapshot } from '@tenure/read-store';
import { monthName, monthOfDay } from '@tenure/time';
import type { Scalar } from '../shared/last-write/register-list.js';
import { customerGroups } from '../shared/scoring/customer-groups.js';
import type { KnownBy } from './spend.js';
import type { ValueParts } from './value-parts.js';

/** A split of all customers with a value. */
export interface ValueGroups {
  of(parts: ValueParts, customerId: string): Scalar;
  /** As in `CustomerGroups`. */
  readonly others: number;
}

/**
 * `by`: `cohort`, the month of the first purchase with whatever was paid (`2026-03`), or as in `customerGroups`. Null when no split is
 * requested.
 */
export async function valueGroups(snapshot: ReadSnapshot, by: string | undefined, known: KnownBy): Promise<ValueGroups | null> {
  if (by === 'cohort') return { of: ({ daily }) => monthName(monthOfDay(daily.days[0]!)), others: 0 };
  const groups = await customerGroups(snapshot, by, known);
  return groups === null ? null : { of: (_, customerId) => groups.of(customerId), others: groups.others };
}
