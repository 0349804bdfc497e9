import type { Row } from '@tenure/querying';
import { sealedCell } from '../shared/reading/open-personal.js';
import type { CustomerAtRisk } from './list-answer.js';
import { churnColumns, churnRow } from './rows.js';

/** Columns of the list, also of an empty one. */
export const listColumns: readonly string[] = [
  'customerId',
  'name',
  'email',
  'phone',
  'sealed',
  'group',
  'valueAtRiskMinor',
  'valueMinor',
  'currency',
  ...churnColumns.filter((column) => column !== 'customerId'),
];

/** A customer of the list as a flat row: whom to call, what is at stake, then the score. */
export function listRow(item: CustomerAtRisk): Row {
  const { customerId, ...score } = churnRow(item);
  const { name = null, email = null, phone = null, sealed, group = null, value, valueAtRisk } = item;
  return {
    customerId: customerId!,
    name,
    email,
    phone,
    sealed: sealedCell(sealed),
    group,
    valueAtRiskMinor: valueAtRisk?.minor ?? null,
    valueMinor: value?.minor ?? null,
    currency: value?.currency ?? null,
    ...score,
  };
}
