import type { ImportWarning } from './import-line.js';
import type { AnyKind } from './kinds/kind.js';
import type { MappedField } from './mapping/mapped-field.js';
import type { Tally } from './tally.js';

/** Fewer may well have come once each. */
const fewestCustomers = 20;

/** A column that tells orders apart and not customers: nobody comes back then, and no figure about customers means anything. */
export function oneOrderEach({ name }: AnyKind, mapped: readonly MappedField[], { customersMet, factsMet }: Tally): ImportWarning[] {
  if (name !== 'purchases' || customersMet < fewestCustomers || factsMet !== customersMet) return [];
  const column = mapped.find(({ field }) => field === 'customer_id')?.column;
  return [{ code: 'one-order-each', rows: factsMet, example: String(column) }];
}
