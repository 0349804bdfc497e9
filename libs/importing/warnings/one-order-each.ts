import type { FactsOfFile } from './facts-of-file.js';
import { counted, type ImportWarning } from './import-warning.js';

/** Fewer may well have come once each. */
const fewestCustomers = 20;

/** A column that tells orders apart and not customers: nobody comes back then, and no figure about customers means anything. */
export function oneOrderEach({ kind, tally: { customersMet, factsMet }, columnOf }: FactsOfFile): ImportWarning[] {
  if (kind !== 'purchases' || customersMet < fewestCustomers || factsMet !== customersMet) return [];
  const column = columnOf('customer_id');
  const remedy = `unless that is so, ${column} is not the customer's column: name it with --map customer_id=COLUMN`;
  return [
    { code: 'one-order-each', rows: factsMet, example: column, message: `each of ${counted(factsMet, 'customer', 'customers')} has one order; ${remedy}` },
  ];
}
