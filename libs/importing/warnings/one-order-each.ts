import type { FactsOfFile } from './facts-of-file.js';
import { counted, type ImportWarning } from './import-warning.js';

/** Fewer customers may well have bought once each. */
const fewestCustomers = 20;

/** Detects a column that identifies orders instead of customers: then nobody returns, and no figure about customers means anything. */
export function oneOrderEach({ kind, tally: { customersMet, factsMet }, columnOf }: FactsOfFile): ImportWarning[] {
  if (kind !== 'purchases' || customersMet < fewestCustomers || factsMet !== customersMet) return [];
  const column = columnOf('customer_id');
  const remedy = `unless that is so, ${column} is not the customer's column: name it with --map customer_id=COLUMN`;
  return [
    { code: 'one-order-each', rows: factsMet, example: column, message: `each of ${counted(factsMet, 'customer', 'customers')} has one order; ${remedy}` },
  ];
}
