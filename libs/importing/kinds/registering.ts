import type { RowBasis, Step } from './kind.js';
import { personalOf } from './personal.js';

/** Registers the customer with the data of its first row; nothing if the customer is known, or the row has no such data. */
export function registering(row: RowBasis, occurredAt: string, firstOfCustomer: boolean, attributes: RowBasis['attributes'] = row.attributes): Step[] {
  if (!firstOfCustomer) return [];
  const personal = personalOf(row);
  if (!attributes && !personal) return [];
  return [{ name: 'RegisterCustomer', optional: true, data: { customerId: row.customer_id, occurredAt, personal, attributes } }];
}
