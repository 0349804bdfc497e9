import { integer, listOf, orNull, record, type Schema, text } from '@tenure/shape/schema';

const sampleSize = record({ customers: integer, repeatPurchaseDays: integer });

/** The fields of `NotEnoughData`. */
export const notEnoughSchemas = { notEnoughData: text, needed: sampleSize, there: sampleSize, fitPending: { type: 'boolean' } as Schema };

/** A record that may be `NotEnoughData` instead: then only `always` is there. */
export function recordOrNotEnough(always: Readonly<Record<string, Schema>>, otherwise: Readonly<Record<string, Schema>>): Schema {
  const optional = { ...otherwise, ...notEnoughSchemas };
  return record({ ...always, ...optional }, Object.keys(optional));
}

/** `ModelReference`. */
export const modelReferenceSchema = record({ name: text, version: text, trainedTo: text, position: text, boundary: orNull(text) });

export const otherCurrenciesSchema = listOf(record({ currency: text, customers: integer }));
