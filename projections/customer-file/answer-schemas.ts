import { parties } from '@tenure/customer';
import { described, integer, listOf, mapOf, money, moneyTotal, number, oneOf, orNull, record, scalarOrNull, text } from '@tenure/shape/schema';
import { stillSealed } from '../shared/reading/open-personal.js';
import { customerFileDefinition } from './definition.js';
import { customerStatuses } from './parameters.js';

const { fields } = customerFileDefinition;

const totals = listOf(record({ currency: text, purchases: integer, spend: moneyTotal, returns: integer, returned: moneyTotal, net: moneyTotal }));

const subscription = record({
  subscriptionId: text,
  status: oneOf(['active', 'cancelled']),
  plan: orNull(text),
  price: orNull(money),
  interval: orNull(text),
  quantity: orNull(integer),
  startedAt: orNull(text),
  renewals: integer,
  until: orNull(text),
  cancelledAt: orNull(text),
  reasonCode: orNull(text),
});

/** `CustomerFile`. */
export const customerFileSchema = described(
  record(
    {
      customerId: text,
      revision: integer,
      party: orNull(oneOf(parties)),
      status: oneOf(customerStatuses),
      since: orNull(text),
      closed: orNull(record({ at: text, reason: orNull(text) })),
      personal: mapOf(orNull(text)),
      sealed: stillSealed,
      attributes: mapOf(scalarOrNull),
      totals,
      firstPurchase: orNull(text),
      lastPurchase: orNull(text),
      subscriptions: listOf(subscription),
      subscriptionsActive: integer,
      subscriptionsCancelled: integer,
      complaints: record({ open: integer, resolved: integer }),
      satisfaction: listOf(record({ metric: text, score: number, min: number, max: number, about: orNull(text), at: text })),
      visits: record({ count: integer, last: orNull(text) }),
      events: integer,
      timeline: listOf(record({ at: text, type: text, text, said: mapOf(orNull(text)) })),
    },
    ['sealed'],
  ),
  fields,
);

/** `CustomerList`. */
export const customerListSchema = described(
  record({
    items: listOf(
      record(
        {
          customerId: text,
          revision: integer,
          party: orNull(oneOf(parties)),
          status: oneOf(customerStatuses),
          name: orNull(text),
          sealed: stillSealed,
          since: orNull(text),
          totals,
          firstPurchase: orNull(text),
          lastPurchase: orNull(text),
          openComplaints: integer,
        },
        ['sealed'],
      ),
    ),
    next: orNull(text),
    currencies: listOf(text),
  }),
  fields,
);

/** `CustomerTotals`. */
export const customerTotalsSchema = record({
  customers: integer,
  closed: integer,
  parties: record(Object.fromEntries(parties.map((party) => [party, integer]))),
  totals,
});
