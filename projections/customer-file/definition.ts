import type { Definition } from '@tenure/querying';
import { namedColumns } from './columns.js';
import { together } from './section.js';
import { sections } from './sections.js';

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
    ...together(sections.map(({ texts }) => texts)),
    events: 'How many events the customer has',
    timeline: 'What happened, in a sentence made of the facts, with the ids by which it can be corrected or voided, and beside it what was said',
    ...together(namedColumns.map(({ texts }) => texts)),
  },
};
