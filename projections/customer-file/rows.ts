import type { OpenedPersonal, QueryContext, Row, StillSealed } from '@tenure/querying';
import type { StoredDocument } from '@tenure/read-store';
import { valueIn } from '../shared/last-write/register-list.js';
import { countIn, firstIn, lastIn } from '../shared/occurrences/occurrences.js';
import { openPersonal, sealedCell } from '../shared/reading/open-personal.js';
import type { FileDocument } from './document.js';
import { countComplaints, dateOfStamp, dateOrNull, type ShownTotal, statusOf, totalsOf } from './show.js';

/** One line on a customer, for lists. */
export interface CustomerLine {
  readonly customerId: string;
  readonly revision: number;
  readonly party: string | null;
  readonly status: 'active' | 'closed';
  readonly name: string | null;
  /** When there is a name and it is not shown. */
  readonly sealed?: StillSealed;
  readonly since: string | null;
  readonly totals: readonly ShownTotal[];
  readonly firstPurchase: string | null;
  readonly lastPurchase: string | null;
  readonly openComplaints: number;
}

/** With its name as it is kept; `openLines` opens it. */
export function showLine({ key, revision }: Pick<StoredDocument, 'key' | 'revision'>, file: FileDocument): CustomerLine {
  return {
    customerId: key,
    revision,
    party: file.party?.[0] ?? null,
    status: statusOf(file),
    name: valueIn(file.personal, 'name'),
    since: file.since === null ? null : dateOfStamp(file.since),
    totals: totalsOf(file),
    firstPurchase: dateOrNull(firstIn(file.purchases)),
    lastPurchase: dateOrNull(lastIn(file.purchases)),
    openComplaints: countComplaints(file).open,
  };
}

/** Lines for their reader. */
export async function openLines(context: QueryContext, lines: readonly CustomerLine[]): Promise<CustomerLine[]> {
  const opened = await openPersonal(
    context,
    lines.map(({ customerId, name }) => ({ customerId, fields: { name } })),
  );
  return lines.map((line, at) => {
    const { fields, sealed } = opened[at]!;
    return { ...line, name: fields['name'] ?? null, ...(sealed !== null && { sealed }) };
  });
}

/** Columns of a list of customers: those of the currencies come last, so that a new one moves none. */
export const lineColumns = (currencies: readonly string[]): string[] => [
  'customerId',
  'revision',
  'party',
  'status',
  'name',
  'sealed',
  'since',
  'firstPurchase',
  'lastPurchase',
  'openComplaints',
  ...totalColumns(currencies),
];

export function lineRow({ totals, sealed, ...line }: CustomerLine, currencies: readonly string[]): Row {
  return { ...line, sealed: sealedCell(sealed), ...totalCells(totals, currencies) };
}

const perCurrency = ['purchases', 'spendMinor', 'returns', 'returnedMinor', 'netMinor'] as const;

const totalColumns = (currencies: readonly string[]): string[] => currencies.flatMap((currency) => perCurrency.map((name) => `${name}_${currency}`));

/** Empty in the currencies that the customer never used. */
function totalCells(totals: readonly ShownTotal[], currencies: readonly string[]): Row {
  const row: Row = {};
  for (const currency of currencies) {
    const total = totals.find((each) => each.currency === currency);
    row[`purchases_${currency}`] = total?.purchases ?? null;
    row[`spendMinor_${currency}`] = total?.spend.minor ?? null;
    row[`returns_${currency}`] = total?.returns ?? null;
    row[`returnedMinor_${currency}`] = total?.returned.minor ?? null;
    row[`netMinor_${currency}`] = total?.net.minor ?? null;
  }
  return row;
}

/** What the columns are named after beside the fixed ones, each ascending. */
export interface NamedByData {
  readonly currencies: readonly string[];
  readonly attributes: readonly string[];
}

export const exportColumns = ({ currencies, attributes }: NamedByData): string[] => [
  'customerId',
  'party',
  'status',
  'name',
  'email',
  'phone',
  'address',
  'birthDate',
  'sealed',
  'since',
  'firstPurchase',
  'lastPurchase',
  'openComplaints',
  'visits',
  'events',
  ...totalColumns(currencies),
  ...attributes.map((name) => `attribute_${name}`),
];

export function exportRow(customerId: string, file: FileDocument, { fields, sealed }: OpenedPersonal, { currencies, attributes }: NamedByData): Row {
  const { party, status, since, totals, firstPurchase, lastPurchase, openComplaints: open } = showLine({ key: customerId, revision: -1 }, file);
  const personal = (field: string): string | null => fields[field] ?? null;
  return {
    customerId,
    party,
    status,
    name: personal('name'),
    email: personal('email'),
    phone: personal('phone'),
    address: personal('address'),
    birthDate: personal('birthDate'),
    sealed: sealedCell(sealed),
    since,
    firstPurchase,
    lastPurchase,
    openComplaints: open,
    visits: countIn(file.visits),
    events: file.events,
    ...totalCells(totals, currencies),
    ...Object.fromEntries(attributes.map((name) => [`attribute_${name}`, valueIn(file.attributes, name)])),
  };
}
