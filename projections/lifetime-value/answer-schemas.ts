import { severities } from '@tenure/customer';
import { described, integer, listOf, money, moneyTotal, number, oneOf, orNull, record, type Schema, scalarOrNull, text } from '@tenure/shape/schema';
import { costOf } from '@tenure/terms';
import {
  notEnoughSchemas,
  otherCurrenciesSchema,
  purchaseModelReferenceSchema,
  recordOrNotEnough,
  spendModelReferenceSchema,
} from '../shared/scoring/answer-schemas.js';
import { valueDefinition } from './definition.js';
import { valueOrders } from './orders.js';

const { fields } = valueDefinition;

/** The fields of `ValueTerms`. */
export const valueTermsSchemas = { horizon: text, discountRate: number, margin: number, about: text, currency: orNull(text) };

/** `TermOrigin`. */
const origin = { given: oneOf(['in-query', 'stated', 'by-default']), from: text, reason: text, statedBy: text, statedAt: text, position: text };
const ofStatement = ['from', 'reason', 'statedBy', 'statedAt', 'position'];

/** `CostScope`. */
const costScope = { of: oneOf(costOf), severity: orNull(oneOf(severities)) };

/** `TermOrigins`. */
export const termOriginsSchema = record({
  horizon: record(origin, ofStatement),
  discountRate: record(origin, ofStatement),
  margin: record(origin, ofStatement),
  productMargins: listOf(record({ product: text, share: number, ...origin }, ofStatement)),
  costs: listOf(record({ ...costScope, amount: money, ...origin }, ofStatement)),
});

/** `ModelPair`. */
export const modelPairSchema = record({ purchases: purchaseModelReferenceSchema, spend: spendModelReferenceSchema });

/** Without a model of spend, only the reference of purchases. */
const modelsSchema = record({ purchases: purchaseModelReferenceSchema, spend: spendModelReferenceSchema }, ['spend']);

const valueClassSchemas = { customers: integer, meanValue: orNull(moneyTotal), totalValue: moneyTotal };

/** `WithInterval`. */
const intervalSchemas = { interval: orNull(record({ low: moneyTotal, high: moneyTotal })), noInterval: text };

/** `ValueTotal`, and with `more` `ValueGroup`. */
const valueTotalSchema = (more: Readonly<Record<string, Schema>> = {}): Schema => record({ ...more, ...valueClassSchemas, ...intervalSchemas }, ['noInterval']);

const totals = listOf(record({ currency: text, purchases: integer, spend: moneyTotal, returned: moneyTotal, returnedUntied: moneyTotal }));

/** `PastCost`. */
const pastCost = record({ ...costScope, count: integer, amount: moneyTotal });

/** `ValueSplit`. */
export const valuePartsSchema = record({
  earned: moneyTotal,
  costs: listOf(pastCost),
  costsNotTakenOff: listOf(pastCost),
  past: moneyTotal,
  future: moneyTotal,
  whole: moneyTotal,
  purchasesIfActive: number,
  futureIfActive: moneyTotal,
  lostToLeaving: moneyTotal,
});

/** `CustomerValue | NoValue`. */
const customerValueSchema = (more: Readonly<Record<string, Schema>> = {}): Schema =>
  recordOrNotEnough(
    { customerId: text, value: orNull(moneyTotal), ...valueTermsSchemas, ...more },
    {
      ...intervalSchemas,
      expectedPurchases: number,
      ofInfinite: orNull(number),
      probabilityAlive: number,
      expectedSpend: record({ amount: moneyTotal, priorMean: moneyTotal, ownMean: orNull(moneyTotal), ownWeight: number }),
      parts: valuePartsSchema,
      ownMargin: number,
      outlier: text,
      facts: record({ purchases: integer, firstPurchase: text, lastPurchase: text, totals }),
      models: modelsSchema,
    },
  );

/** `(CustomerValue | NoValue) & WithTerms`. */
export const customerValueAnswerSchema = described(customerValueSchema({ terms: termOriginsSchema }), fields);

/** `ValueList`. */
export const valueListSchema = described(
  recordOrNotEnough(
    {
      items: listOf(customerValueSchema()),
      next: orNull(text),
      orderedBy: oneOf(valueOrders),
      ...valueTermsSchemas,
      terms: termOriginsSchema,
      otherCurrencies: otherCurrenciesSchema,
      by: orNull(text),
      objected: integer,
    },
    { total: valueTotalSchema(), groups: listOf(valueTotalSchema({ group: scalarOrNull })), otherGroups: integer },
  ),
  fields,
);

const makersSchemas = { customers: integer, shareOfCustomers: number, value: moneyTotal, shareOfValue: number, downTo: text };

/** A figure over all customers: the terms, and either its models or `NotEnoughData`. */
function figureSchema(figure: Readonly<Record<string, Schema>>): Schema {
  const shared = {
    ...valueTermsSchemas,
    terms: termOriginsSchema,
    objected: integer,
    otherCurrencies: otherCurrenciesSchema,
    models: modelPairSchema,
    ...notEnoughSchemas,
  };
  return record({ ...figure, ...shared }, ['models', ...Object.keys(notEnoughSchemas)]);
}

/** `ValueConcentration`. */
export const valueConcentrationSchema = described(
  figureSchema({
    customers: integer,
    totalValue: orNull(moneyTotal),
    makers: listOf(record({ of: number, ...makersSchemas })),
    top: listOf(record({ percent: integer, ...makersSchemas })),
    lorenz: listOf(record({ shareOfCustomers: number, shareOfValue: number })),
    gini: orNull(number),
    leftOut: integer,
  }),
  fields,
);

/** `CustomerEquity`. */
export const customerEquitySchema = described(
  figureSchema({
    months: integer,
    points: listOf(valueTotalSchema({ about: text, horizon: text, discountRate: number, margin: number, gained: orNull(integer), lost: orNull(integer) })),
    valuedWith: text,
  }),
  fields,
);

const group: Schema = { ...integer, minimum: 1 };
const rfm = { recency: group, frequency: group, monetary: group };

/** `ValueCells`. */
export const valueCellsSchema = described(
  figureSchema({
    groups: record(rfm),
    cells: listOf(record({ ...rfm, ...valueClassSchemas })),
    noRepeat: orNull(record(valueClassSchemas)),
    leftOut: integer,
  }),
  { ...fields, groups: 'How many groups were asked for' },
);
