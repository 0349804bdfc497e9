import { columnsOf, type FoundField } from '../mapping/mapped-field.js';
import { emailAddress, nameBeside } from './email-address.js';
import type { FormerCustomers } from './former-customers.js';
import { type IdsOfLog, type PersonalKey, personalId, personalKeyOf } from './personal-id.js';

const usualOrder = ['customer_id', 'email', 'phone', 'account'] as const;
export type Identifier = (typeof usualOrder)[number];

/** What is needed to make ids from personal values. */
export interface Identification extends IdsOfLog {
  /** Customers whom version 0.1.0 recorded under the value itself. */
  readonly former: Pick<FormerCustomers, 'has'>;
  /** The first of these that a row fills in identifies its customer. */
  readonly order?: readonly Identifier[];
  /** Whether the column of customer ids has the name of one of telephone numbers. */
  readonly idsAreTelephones?: boolean;
}

/**
 * The fields with a customer_id that is never an e-mail address or a telephone number: such a value becomes an id made from it,
 * and stays with the customer's personal data. Rows without an id are identified by the e-mail address or telephone number.
 * A former customer keeps the value as the id.
 */
export function identifiedCustomers(found: readonly FoundField[], identification: Identification): FoundField[] {
  const tellOfId = tellerOf(identification, 'customer_id');
  const known = (identification.order ?? usualOrder).flatMap((identifier) => {
    const field = found.find((each) => each.field === identifier);
    return field ? [{ identifier, field, tell: identifier === 'customer_id' ? tellOfId : tellerOf(identification, identifier) }] : [];
  });
  const [first] = known;
  if (!first) return [...found];
  const others = found.filter(({ field }) => field !== 'customer_id' && field !== 'account');
  const from = combined(
    known.map(({ field }) => field),
    (texts) => {
      for (const [at, { tell }] of known.entries()) {
        const id = idOf(identification, tell(texts[at] as string));
        if (id !== null) return id;
      }
      return '';
    },
  );
  const column = first.identifier === 'customer_id' ? first.field.column : known.map(({ field }) => field.column).join(', else ');
  const madeOf = known.flatMap(({ identifier, field }) => (identifier === 'customer_id' ? [] : [{ key: identifier, columns: columnsOf(field) }]));
  const id: FoundField = { field: 'customer_id', column, from, by: first.field.by, madeOf };
  const given = found.find(({ field }) => field === 'customer_id');
  return [id, ...(given ? withPersonal(others, given, (text) => madeOfWhat(tellOfId(text), identification)) : others)];
}

/** What a value in a column says about the customer of its row. */
interface Told {
  readonly text: string;
  readonly key: PersonalKey | null;
  /** Null for a text that is no value of that column. */
  readonly id: string | null;
}

/** For values of one column: one HMAC for each, however many fields of a row are made from it. */
function tellerOf({ keyed, idsAreTelephones }: Identification, identifier: Identifier): (text: string) => Told {
  let last: Told | null = null;
  return (text) => {
    if (last?.text === text) return last;
    const key = identifier === 'customer_id' ? personalKeyOf(text, idsAreTelephones) : identifier;
    last = { text, key, id: key === null ? text : personalId(keyed, key, text) };
    return last;
  };
}

/** The id that a row's customer has: a former customer keeps the value. */
function idOf({ hasPlainIds, former }: Identification, { text, key, id }: Told): string | null {
  if (text === '' || id === null) return null;
  return key !== null && hasPlainIds && former.has(text) ? text : id;
}

/** The kind of personal value that the customer's id is made from; null if the value stays the id, or is not personal. */
function madeOfWhat(told: Told, identification: Identification): PersonalKey | null {
  return idOf(identification, told) === told.text ? null : told.key;
}

/** An id that is an address or a number becomes the customer's own, unless the row gives another. */
function withPersonal(found: readonly FoundField[], id: FoundField, keyOf: (text: string) => PersonalKey | null): FoundField[] {
  const personalIn = (key: PersonalKey, text: string): string => (keyOf(text) === key ? text : '');
  const values: Readonly<Record<string, (text: string) => string>> = {
    email: (text) => emailAddress(personalIn('email', text)) ?? '',
    phone: (text) => personalIn('phone', text),
    name: (text) => nameBeside(personalIn('email', text)),
  };
  const added = Object.entries(values).map(([field, ofId]): FoundField => {
    const own = found.find((each) => each.field === field);
    const from = combined(own ? [own, id] : [id], (texts) => (own && texts[0] !== '' ? (texts[0] as string) : ofId(texts.at(-1) as string)));
    return { field, column: own?.column ?? id.column, from, by: own?.by ?? 'id' };
  });
  return [...found.filter(({ field }) => !(field in values)), ...added];
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
