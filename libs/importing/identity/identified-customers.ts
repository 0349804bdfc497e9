import type { KeyedHash } from '@tenure/log-secret';
import { columnsOf, type FoundField } from '../mapping/mapped-field.js';
import type { FormerCustomers } from './former-customers.js';
import { type PersonalKey, personalId, personalKeyOf } from './personal-id.js';

const usualOrder = ['customer_id', 'email', 'phone', 'account'] as const;
export type Identifier = (typeof usualOrder)[number];

/** What is needed to make ids of personal values. */
export interface Identification {
  readonly keyed: KeyedHash;
  /** Where the log may hold customers under values that are personal. */
  readonly former?: Pick<FormerCustomers, 'has'> | null;
  /** The first that a row fills in tells whose it is. */
  readonly order?: readonly Identifier[];
}

/**
 * The fields with a customer_id that never is an e-mail address or a telephone number: such a value becomes an id made of it,
 * and stays with the customer's personal data. Rows without an id are known by the e-mail address or telephone number.
 * A former customer keeps the value for an id.
 */
export function identifiedCustomers(found: readonly FoundField[], identification: Identification): FoundField[] {
  const known = (identification.order ?? usualOrder).flatMap((identifier) => {
    const field = found.find((each) => each.field === identifier);
    return field ? [{ identifier, field }] : [];
  });
  const [first] = known;
  if (!first) return [...found];
  const others = found.filter(({ field }) => field !== 'customer_id' && field !== 'account');
  const from = combined(
    known.map(({ field }) => field),
    (texts) => {
      for (const [at, { identifier }] of known.entries()) {
        const id = idOf(identification, identifier, texts[at] as string);
        if (id !== null) return id;
      }
      return '';
    },
  );
  const column = first.identifier === 'customer_id' ? first.field.column : known.map(({ field }) => field.column).join(', else ');
  const madeOf = known.flatMap(({ identifier, field }) => (identifier === 'customer_id' ? [] : [{ key: identifier, columns: columnsOf(field) }]));
  const id: FoundField = { field: 'customer_id', column, from, by: first.field.by, madeOf };
  const given = found.find(({ field }) => field === 'customer_id');
  return [id, ...(given ? withPersonal(others, given, identification) : others)];
}

function idOf({ keyed, former }: Identification, identifier: Identifier, text: string): string | null {
  if (text === '') return null;
  const key = identifier === 'customer_id' ? personalKeyOf(text) : identifier;
  if (key === null) return text;
  const id = personalId(keyed, key, text);
  return id !== null && former?.has(text) ? text : id;
}

/** An id that is an address or a number is the customer's, unless the row gives another, or it goes on being the id. */
function withPersonal(found: readonly FoundField[], id: FoundField, { former }: Identification): FoundField[] {
  const keys: PersonalKey[] = ['email', 'phone'];
  const added = keys.map((key): FoundField => {
    const own = found.find(({ field }) => field === key);
    const from = combined(own ? [own, id] : [id], (texts) => {
      if (own && texts[0] !== '') return texts[0] as string;
      const text = texts.at(-1) as string;
      return personalKeyOf(text) === key && !former?.has(text) ? text : '';
    });
    return { field: key, column: own?.column ?? id.column, from, by: own?.by ?? 'id' };
  });
  return [...found.filter(({ field }) => field !== 'email' && field !== 'phone'), ...added];
}

/** A cell made from the values of fields, which may be derived themselves. */
function combined(fields: readonly FoundField[], derive: (values: readonly string[]) => string): FoundField['from'] {
  const uses = fields.flatMap(({ from }) => (typeof from === 'number' ? [from] : from.uses));
  return {
    uses,
    derive(texts) {
      let at = 0;
      const values = fields.map(({ from }) => {
        if (typeof from === 'number') return texts[at++] ?? '';
        const own = texts.slice(at, at + from.uses.length);
        at += from.uses.length;
        return from.derive(own).trim();
      });
      return derive(values);
    },
  };
}
