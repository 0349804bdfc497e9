import type { Definition } from '@tenure/querying';

export const termsDefinition: Definition = {
  name: 'terms',
  title: 'Terms',
  summary: 'On what the lifetime value is reckoned: margin, discount rate, horizon and costs, each from a day on, and who stated it why.',
  counts:
    'Statements, one by one, as recorded by StateMargin, StateDiscountRate, StateHorizon, StateCost and WithdrawTerm. They are never changed: another one replaces them from its day on.',
  formula:
    'In force on a day, of the statements about the same thing that hold from that day or an earlier one: the one from the latest day; of several from one day, the one recorded last. ' +
    'A withdrawal is such a statement, too: where it is the one, nothing is in force. A margin is about a currency, or about a product in a currency: a product with a margin of its own keeps it when that of the currency is stated again. A cost is about complaints (of one severity, or of every one without a cost of its own), visits, or acquisition, in whatever currency.',
  window: 'terms: one day, today unless another one is named, also one to come. terms/history: from the first statement to the latest.',
  timezone: 'Days are calendar days; today is that of the time zone of the reports. statedAt is a moment in UTC.',
  leftOut: [
    'What holds where nothing is stated (margin 1, discount rate 0.1, horizon P3Y, no costs): /v1/definitions/lifetime-value says it, and each value in its terms.',
    'Approval by another person: a statement holds as soon as it is recorded.',
  ],
  example:
    'In January somebody states a margin of 0.4 in USD from 2026-01-01 on, and in March 0.35 from 2026-04-01 on. About 2026-03-31 the margin is 0.4, about 2026-04-01 it is 0.35. ' +
    'Withdrawn from 2026-06-01 on, nothing is in force about that day.',
  fields: {
    figure: 'The figure that the terms are of: lifetime-value',
    about: 'The day on which they are in force',
    term: 'margin, discount-rate, horizon, complaint-cost, visit-cost or acquisition-cost',
    currency: 'Of a margin: of purchases in this currency; null for the others',
    product: 'Of a margin: of this product alone; null for all without a margin of their own',
    severity: 'Of the cost of complaints: of this severity alone; null for all without a cost of their own',
    amount: 'Of a cost: of each complaint or visit, or of each customer won; in rows amountMinor and amountCurrency',
    from: 'The first day on which it holds',
    withdrawn: 'In the history: true where the term is withdrawn from that day on',
    share: 'The margin, as a share of the price',
    rate: 'The discount rate per year',
    horizon: 'How far ahead values look: ISO 8601, a year of 365 days, or infinite',
    reason: 'Why, as it was given',
    statedBy: 'The key that sent it',
    statedAt: 'When it was recorded',
    position: 'Of the statement in the log',
  },
};
