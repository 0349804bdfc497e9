import { described, integer, listOf, moneyTotal, number, oneOf, orNull, record, scalarOrNull, text } from '@tenure/shape/schema';
import { modelPairSchema, valueTermsSchemas } from '../lifetime-value/answer-schemas.js';
import { stillSealed } from '../shared/reading/open-personal.js';
import { notEnoughSchemas, otherCurrenciesSchema, purchaseModelReferenceSchema, recordOrNotEnough } from '../shared/scoring/answer-schemas.js';
import { churnDefinition } from './definition.js';
import { orders } from './orders.js';

const { fields } = churnDefinition;

const scoreSchemas = {
  logOdds: number,
  base: orNull(record({ probability: number, logOdds: number, customers: integer })),
  noReasons: text,
  low: orNull(number),
  high: orNull(number),
  intervalOf: orNull(oneOf(['outcome', 'model'])),
  modelLow: orNull(number),
  modelHigh: orNull(number),
  uncalibrated: number,
  outcomes: {
    anyOf: [
      record({
        checked: { const: true },
        horizons: listOf(text),
        at: text,
        customers: integer,
        baseRate: number,
        level: number,
        slope: number,
        season: orNull(number),
        spread: orNull(number),
        spreadGrowth: number,
      }),
      record({ checked: { const: false }, why: text }),
    ],
  },
  probabilityAlive: number,
  reasons: listOf(record({ feature: text, value: orNull(number), typical: orNull(number), contribution: number, text })),
  facts: record({ purchases: integer, firstPurchase: text, lastPurchase: text, daysSinceLastPurchase: integer }),
  model: purchaseModelReferenceSchema,
};

const override = { probability: number, expiresOn: text, recordedOn: text, by: text };

/** `ChurnScore | NoScore`, with a `ReasonedOverride`. */
export const customerChurnSchema = described(
  recordOrNotEnough(
    {
      customerId: text,
      probability: orNull(number),
      horizon: text,
      about: text,
      override: orNull(record({ ...override, reason: orNull(text), sealed: stillSealed }, ['sealed'])),
    },
    { ...scoreSchemas, trend: orNull(record({ about: text, probability: number, change: number })) },
  ),
  fields,
);

const contact = { name: orNull(text), email: orNull(text), phone: orNull(text), sealed: stillSealed };

/** `CustomerAtRisk`. */
const customerAtRisk = record(
  {
    customerId: text,
    probability: number,
    horizon: text,
    about: text,
    ...scoreSchemas,
    ...contact,
    override: orNull(record(override)),
    group: scalarOrNull,
    value: orNull(moneyTotal),
    valueAtRisk: orNull(moneyTotal),
  },
  [...Object.keys(contact), 'group', 'noReasons'],
);

/** `ChurnList`. */
export const churnListSchema = described(
  recordOrNotEnough(
    {
      items: listOf(customerAtRisk),
      next: orNull(text),
      about: text,
      horizon: text,
      order: oneOf(orders),
      currency: orNull(text),
      otherCurrencies: otherCurrenciesSchema,
      minActive: number,
      by: orNull(text),
    },
    {
      customers: integer,
      leftOut: record({ objected: integer, closed: integer, noPurchase: integer, noPurchaseInCurrency: integer, probablyGone: integer, lessLikely: integer }),
      groups: listOf(
        record({
          group: scalarOrNull,
          customers: integer,
          probablyGone: integer,
          meanProbability: orNull(number),
          value: orNull(moneyTotal),
          valueAtRisk: orNull(moneyTotal),
        }),
      ),
      otherGroups: integer,
      valueTerms: record(valueTermsSchemas),
      models: modelPairSchema,
      noValueAtRisk: record(notEnoughSchemas, ['needed', 'there', 'fitPending', 'code']),
      noContacts: text,
    },
  ),
  fields,
);
