import type { Row } from '@tenure/projecting';
import type { StoredDocument } from '@tenure/read-store';
import { timeName } from '@tenure/time';
import { presentValues, valueIn } from '../last-write/register-list.js';
import type { FileDocument } from './document.js';
import { openComplaints, type ShownTotal, showTotal, statusOf } from './show.js';

/** One line on a customer, for lists. */
export interface CustomerLine {
  readonly customerId: string;
  readonly revision: number;
  readonly party: string | null;
  readonly status: 'active' | 'closed';
  readonly name: string | null;
  readonly since: string | null;
  readonly totals: readonly ShownTotal[];
  readonly firstPurchase: string | null;
  readonly lastPurchase: string | null;
  readonly openComplaints: number;
}

const timeOrNull = (time: number | null): string | null => (time === null ? null : timeName(time));

export function showLine({ key, revision }: Pick<StoredDocument, 'key' | 'revision'>, file: FileDocument): CustomerLine {
  return {
    customerId: key,
    revision,
    party: file.party?.[0] ?? null,
    status: statusOf(file),
    name: valueIn(file.personal, 'name'),
    since: timeOrNull(file.since),
    totals: file.totals.map(showTotal),
    firstPurchase: timeOrNull(file.firstPurchase),
    lastPurchase: timeOrNull(file.lastPurchase),
    openComplaints: openComplaints(file),
  };
}

/** What is kept per currency and per attribute is one cell of JSON. */
export function lineRow({ totals, ...line }: CustomerLine): Row {
  return {
    ...line,
    totals: JSON.stringify(
      totals.map(({ currency, purchases, spend, returned, net }) => ({ currency, purchases, spend: spend.minor, returned: returned.minor, net: net.minor })),
    ),
  };
}

export const exportColumns = [
  'customerId',
  'party',
  'status',
  'name',
  'email',
  'phone',
  'address',
  'birthDate',
  'since',
  'attributes',
  'totals',
  'firstPurchase',
  'lastPurchase',
  'openComplaints',
  'visits',
  'events',
] as const;

export function exportRow(customerId: string, file: FileDocument): Row {
  const line = lineRow(showLine({ key: customerId, revision: -1 }, file));
  const personal = (field: string): string | null => valueIn(file.personal, field);
  return {
    customerId,
    party: line.party!,
    status: line.status!,
    name: personal('name'),
    email: personal('email'),
    phone: personal('phone'),
    address: personal('address'),
    birthDate: personal('birthDate'),
    since: line.since!,
    attributes: JSON.stringify(presentValues(file.attributes)),
    totals: line.totals!,
    firstPurchase: line.firstPurchase!,
    lastPurchase: line.lastPurchase!,
    openComplaints: line.openComplaints!,
    visits: file.visits,
    events: file.events,
  };
}
