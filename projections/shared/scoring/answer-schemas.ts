import { integer, listOf, number, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { choosers } from './model-choice.js';

const sampleSize = record({ customers: integer, repeatPurchaseDays: integer });

/** The fields of `NotEnoughData`. */
export const notEnoughSchemas = {
  notEnoughData: text,
  needed: sampleSize,
  there: sampleSize,
  fitPending: { type: 'boolean' } as Schema,
  code: oneOf(['scoring-objected']),
};

/** A record that may be `NotEnoughData` instead: then it has only the fields of `always`. */
export function recordOrNotEnough(always: Readonly<Record<string, Schema>>, otherwise: Readonly<Record<string, Schema>>): Schema {
  const optional = { ...otherwise, ...notEnoughSchemas };
  return record({ ...always, ...optional }, Object.keys(optional));
}

const reference = { name: text, version: text, trainedTo: text, position: text, boundary: orNull(text), aic: orNull(number) };

/** `SpendModelReference`. */
export const spendModelReferenceSchema = record({ ...reference, carriedBy: orNull(text) });

/** `PurchaseModelReference`. */
export const purchaseModelReferenceSchema = record({
  ...reference,
  nobodyLeaves: orNull(text),
  chosen: record({ by: oneOf(choosers), why: text, margin: orNull(number), compared: listOf(record({ name: text, aic: number })) }),
});

export const otherCurrenciesSchema = listOf(record({ currency: text, customers: integer }));
