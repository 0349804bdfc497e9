import type { Definition } from '@tenure/querying';

export const purchasesDefinition: Definition = {
  name: 'purchases',
  title: 'Purchases',
  summary: 'Every purchase with what came back of it, one by one, from the log itself.',
  counts:
    'Purchases, and apart from them the returns that are tied to no purchase known. A purchase that came back whole is a row all the same, with a net of nothing.',
  formula: 'net = amount - returned. Over all rows of a customer and currency, net adds up to the net of the customer file.',
  window: 'Everything recorded by the moment of the export. from and to choose by the day of the purchase, whenever its returns happened.',
  timezone:
    'The parameter, else the reporting time zone of the installation: the day of a moment is the day there. What was recorded as a day is that day in every zone.',
  leftOut: ['Notes: they are personal and stay with the events.', 'Money is not converted.'],
  example:
    'Ada buys for 20.00 USD on 31 October 2026 (order A-1) and gives back goods for 5.00 USD in November. One row: order A-1, day 2026-10-31, amount 20.00, returned 5.00, net 15.00.',
  fields: {
    customerId: 'Who bought',
    kind: 'purchase, or return for one that is tied to no purchase known',
    orderId: 'Of the purchase',
    returnId: 'Of a return that is tied to no purchase',
    occurredAt: 'As it was recorded: a day, or a moment in UTC',
    day: 'The day of it in the time zone of the export',
    timezone: 'That time zone',
    currency: 'ISO 4217',
    amount: 'What was paid, in the currency itself',
    returned: 'What went back',
    net: 'amount - returned',
    amountMinor: 'amount in minor units, a whole number; so returnedMinor and netMinor',
    returnedMinor: 'returned in minor units',
    netMinor: 'net in minor units',
    channel: 'Where it was bought',
    product: 'What, where the purchase or the return says it as a whole',
    quantity: 'How many',
    lineCount: 'How many lines it has',
    lines: 'Each line: quantity, product, amount of the whole line',
  },
};
