import type { KeptPersonal, OpenedPersonal, QueryContext, StillSealed } from '@tenure/querying';
import { whySealed } from '@tenure/querying';
import { listOf, oneOf, record, text } from '@tenure/shape/schema';

/** Personal fields that are known but not shown in an answer. */
export const stillSealed = record({ fields: listOf(text), reason: oneOf(whySealed) });

/** The same in rows: the names of the fields. */
export const sealedCell = (sealed: StillSealed | null | undefined): string | null => sealed?.fields.join(' ') ?? null;

/** Opens personal fields of customers for the reader: nothing for one who may not see them. */
export async function openPersonal({ reader, personal }: QueryContext, kept: readonly KeptPersonal[]): Promise<OpenedPersonal[]> {
  return reader.personal ? personal.open(kept) : kept.map(withheld);
}

function withheld({ fields }: KeptPersonal): OpenedPersonal {
  const known = Object.keys(fields).filter((field) => fields[field] !== null);
  const nothing = Object.fromEntries(Object.keys(fields).map((field) => [field, null]));
  return { fields: nothing, sealed: known.length === 0 ? null : { fields: known, reason: 'not-permitted' } };
}
