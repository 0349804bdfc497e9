import { record, type Schema, text } from '@tenure/shape/schema';

/** What the data of an event type may be, in any of its versions: for whoever reads events. */
export interface EventSchema {
  readonly facts: Schema;
  /** Of the part that may be sealed or erased: then it is not there. */
  readonly personal?: Schema;
}

/** By event type. */
export type EventSchemas = Readonly<Record<string, EventSchema>>;

/** An event whose personal part is a note, if it has one. */
export const withNote = (facts: Schema): EventSchema => ({ facts, personal: record({ note: text }, ['note']) });

/** A day as `YYYY-MM-DD`, or RFC 3339 in UTC: as it was recorded. */
export const occurrence: Schema = { ...text, description: 'As it was recorded: a day, or RFC 3339 in UTC.' };

/** Fields that are there where they were given. */
export const optionally = (properties: Readonly<Record<string, Schema>>): Schema => record(properties, Object.keys(properties));
