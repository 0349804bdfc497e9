import type { OpenedPersonal, QueryContext, StillSealed } from '@tenure/querying';
import { openPersonal } from '../shared/reading/open-personal.js';
import type { CustomerFile } from './show.js';

/** Opens the page for its reader: fields that stay sealed are missing from `personal`, and from the texts of events. */
export async function openFile(context: QueryContext, file: CustomerFile): Promise<CustomerFile> {
  const { customerId, closed, timeline } = file;
  const kept = [file.personal, { reason: closed?.reason ?? null }, ...timeline.map(({ said }) => said)];
  const [details, closing, ...entries] = await openPersonal(
    context,
    kept.map((fields) => ({ customerId, fields })),
  );
  const sealed = sealedIn([
    [details!, (field) => field],
    [closing!, () => 'closed.reason'],
    ...entries.map((entry): SealedPart => [entry, (field) => `timeline.${field}`]),
  ]);
  return {
    ...file,
    closed: closed && { ...closed, reason: closing!.fields['reason'] ?? null },
    personal: Object.fromEntries(Object.entries(details!.fields).filter(([, value]) => value !== null)),
    timeline: timeline.map((entry, at) => ({ ...entry, said: withoutSealed(entries[at]!) })),
    ...(sealed !== null && { sealed }),
  };
}

type SealedPart = readonly [part: OpenedPersonal, nameOf: (field: string) => string];

/** The sealed fields of one customer, each named once. */
function sealedIn(parts: readonly SealedPart[]): StillSealed | null {
  const found = parts.flatMap(([{ sealed }, nameOf]) => (sealed === null ? [] : [{ fields: sealed.fields.map(nameOf), reason: sealed.reason }]));
  return found.length === 0 ? null : { fields: [...new Set(found.flatMap(({ fields }) => fields))], reason: found[0]!.reason };
}

const withoutSealed = ({ fields, sealed }: OpenedPersonal): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !sealed?.fields.includes(field)));
