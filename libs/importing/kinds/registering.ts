import type { RowBasis, Step } from './kind.js';
import { personalOf } from './personal.js';

/** The customer as the first row about it describes it; nothing if the customer is known, or nothing is said of it. */
export function registering(row: RowBasis, occurredAt: string, firstOfCustomer: boolean, attributes: RowBasis['attributes'] = row.attributes): Step[] {
  if (!firstOfCustomer) return [];
  const personal = personalOf(row);
  if (!attributes && !personal) return [];
  return [{ name: 'RegisterCustomer', optional: true, data: { customerId: row.customer_id, occurredAt, personal, attributes } }];
}
