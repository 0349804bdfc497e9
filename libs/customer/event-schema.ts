import { record, type Schema, text } from '@tenure/shape/schema';

/** A field that stays in clear text for ever: figures are made of it, and it names nobody. */
export interface FactField {
  readonly mark: 'fact';
  readonly schema: Schema;
  readonly isOptional: boolean;
}

/** A field that is sealed with the key of its customer; absent where it was not given, or was erased. */
export interface PersonalField {
  readonly mark: 'personal';
  readonly schema: Schema;
  /** Shown beside the sentence of its event, in the history of a customer. */
  readonly isBeside: boolean;
}

/** The fields of an event, each with its mark: an unmarked field does not compile. */
export type MarkedFields = Readonly<Record<string, FactField | PersonalField>>;

export const fact = (schema: Schema): FactField => ({ mark: 'fact', schema, isOptional: false });
/** A fact that is present only where it was given. */
export const optionalFact = (schema: Schema): FactField => ({ mark: 'fact', schema, isOptional: true });
export const personal = (schema: Schema): PersonalField => ({ mark: 'personal', schema, isBeside: false });
/** A remark about the fact in free words. */
export const said = (schema: Schema = text): PersonalField => ({ mark: 'personal', schema, isBeside: true });

/** The content of an event type in one of its versions. */
export interface EventSchema {
  readonly facts: Schema;
  /** Schema of the sealed part. */
  readonly personal: Schema;
  /** Names of the personal fields that are shown beside the sentence of the event. */
  readonly beside: readonly string[];
}

/** By event type: each version ever written, the oldest first. */
export type EventSchemas = Readonly<Record<string, readonly EventSchema[]>>;

/** The content of an event: these fields, and the note of the command. */
export function says(fields: MarkedFields): EventSchema {
  const marked: MarkedFields = { ...fields, note: personal(text) };
  const inClear: Record<string, FactField> = {};
  const sealed: Record<string, PersonalField> = {};
  for (const [name, field] of Object.entries(marked)) {
    if (field.mark === 'fact') inClear[name] = field;
    else sealed[name] = field;
  }
  const names = Object.keys(sealed);
  return {
    facts: facts(inClear),
    personal: record(Object.fromEntries(names.map((name) => [name, sealed[name]!.schema])), names),
    beside: names.filter((name) => sealed[name]!.isBeside),
  };
}

/** A fact made of facts, such as the values that a correction replaces. */
export function facts(fields: Readonly<Record<string, FactField>>): Schema {
  const given = Object.entries(fields);
  return record(
    Object.fromEntries(given.map(([name, { schema }]) => [name, schema])),
    given.flatMap(([name, { isOptional }]) => (isOptional ? [name] : [])),
  );
}

/** A day as `YYYY-MM-DD`, or RFC 3339 in UTC: as it was recorded. */
export const occurrence: Schema = { ...text, description: 'As it was recorded: a day, or RFC 3339 in UTC.' };
