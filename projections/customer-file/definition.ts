import type { Definition } from '@tenure/querying';

export const customerFileDefinition: Definition = {
  name: 'customer-file',
  title: 'Customer file',
  summary: 'One page on a customer: who it is, how things stand, what was bought, and what happened last.',
  counts:
    'Every event of the customer. Purchases and returns one by one, also several on one day. What was voided is in no total; what was corrected counts as corrected. The timeline shows both.',
  formula:
    'Details and terms are as last written, by when it happened; of two facts at one moment a change comes after what it changes, and of two of a kind always the same one stands, whichever arrived first. net = spend - returned. ' +
    'open complaints: logged, and not resolved once more than reopened. satisfaction: the latest answer per metric.',
  window: 'From the first event to the latest one recorded. The timeline holds the latest 20, latest first; of subscriptions 20 are shown, running ones first.',
  timezone: 'None: times are moments, shown in UTC; a day is shown as the day that was recorded.',
  leftOut: [
    'Money is not converted: totals are per currency.',
    "Notes and descriptions in the customer's own words: they stay with the events, at /v1/customers/{id}/events.",
  ],
  example: 'Ada buys for 20.00 USD and for 5.00 USD and returns 5.00 USD. Totals: purchases 2, spend 25.00, returns 1, returned 5.00, net 20.00 USD.',
  fields: {
    revision: 'Of the last event that the page holds; the ETag, unless something is sealed',
    status: 'active, or closed with time and reason',
    said: 'What was said about it in free words: subject, resolution, reason and the like. null: taken away',
    since: 'When the customer was first registered',
    personal: 'Name, e-mail, phone, address and birth date, as far as known',
    sealed:
      'Personal fields that are known and not shown, and why, those of the last closing and of the timeline as closed.reason, timeline.subject and so on: the key of the customer cannot be had, or your key has no role for personal data. In rows: their names',
    attributes: 'What you told us about the customer',
    totals: 'Per currency: purchases, spend, returns, returned, net',
    subscriptions: 'Terms as they stand, renewals, and when and why cancelled',
    complaints: 'How many are open and resolved',
    satisfaction: 'Latest score per metric with its scale',
    visits: 'How many, and the last',
    events: 'How many events the customer has',
    timeline: 'What happened, in a sentence made of the facts, with the ids by which it can be corrected or voided, and beside it what was said',
    netMinor_USD:
      'In rows: net in minor units, a column for each currency; so purchases, spendMinor, returns and returnedMinor. Exact at any size: in JSON a decimal string beyond 2^53 - 1',
    attribute_region: 'In the export: a column for each attribute that anybody has',
  },
};
