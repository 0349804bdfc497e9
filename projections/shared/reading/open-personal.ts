import type { KeptPersonal, OpenedPersonal, QueryContext, StillSealed } from '@tenure/querying';
import { whySealed } from '@tenure/querying';
import { listOf, oneOf, record, text } from '@tenure/shape/schema';

/** What an answer says of personal fields that are known and that it does not show. */
export const stillSealed = record({ fields: listOf(text), reason: oneOf(whySealed) });

/** The same in rows: the names of the fields. */
export const sealedCell = (sealed: StillSealed | null | undefined): string | null => sealed?.fields.join(' ') ?? null;

/** Personal fields of customers for whoever reads: nothing of them for a reader who may not see them. */
export async function openPersonal({ reader, personal }: QueryContext, kept: readonly KeptPersonal[]): Promise<OpenedPersonal[]> {
  return reader.personal ? personal.open(kept) : kept.map(withheld);
}

function withheld({ fields }: KeptPersonal): OpenedPersonal {
  const known = Object.keys(fields).filter((field) => fields[field] !== null);
  const nothing = Object.fromEntries(Object.keys(fields).map((field) => [field, null]));
  return { fields: nothing, sealed: known.length === 0 ? null : { fields: known, reason: 'not-permitted' } };
}
