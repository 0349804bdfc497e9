import type { Definition } from '@tenure/querying';

export const recurringRevenueDefinition: Definition = {
  name: 'recurring-revenue',
  title: 'Recurring revenue',
  summary: 'Of what subscriptions bring in a month at the opening of a period, how much is still there at its closing: gross and net retention.',
  counts:
    'Subscriptions that are running at the end of a day: started by then and not cancelled. What one brings in a month is its price, as last recorded by that day (StartSubscription, ChangeSubscription), divided by the months of its interval: a year has twelve months and 365 days; rounded to minor units, a half to the even one. ' +
    'A price is for the whole quantity, so that a change of the quantity alone changes nothing. What a renewal says was paid is not counted.',
  formula:
    'A customer is compared at the end of the days opens and closes. opening: with a running subscription at opens. Of these: retained still has one at closes; voluntary and involuntary have none, the last one having ended with another reasonCode than involuntary, or with it. new has one at closes and had none by opens, reactivated had one before it. ' +
    'expansion, contraction: what retained customers bring more or less, customer by customer in each currency. opening + new + reactivated + expansion - contraction - voluntary - involuntary = closing, to the minor unit, and closing is the opening of the next period. ' +
    'grossRetention (GRR) = (opening - contraction - voluntary - involuntary) / opening, never above 1; netRetention (NRR) = grossRetention + expansion / opening. What new and reactivated customers bring is in neither. ' +
    'retention = retained / opening of customers, with low and high its Wilson 95 % interval; money has none: customers bring different amounts, and each all or part of it.',
  window:
    'Calendar months or weeks. With over=12 customers are followed from the end of the same month of the year before: annual retention. From the period of the first start to that of the present, unless from and to say otherwise. ' +
    'The present is the day of the latest start, change, renewal or end of a subscription, never after today. Of the period that it lies in only the opening is given.',
  timezone: 'The parameter, else the reporting time zone of the installation. Days end at midnight there; a fact of a day falls on that day in every zone.',
  leftOut: [
    'Subscriptions that started and ended within one period: they are in neither its opening nor its closing.',
    'Purchases, and amounts that renewals name.',
    'Conversion: each currency is on its own. A customer who pays with another one than before contracts in the one and expands in the other.',
    'Closing a customer: a subscription ends when it is cancelled.',
    'Rates where nothing was brought at the opening: noRate says so.',
  ],
  example:
    'At the end of February Ada pays 30.00 a month, Bo 120.00 a year (10.00 a month) and Cy 20.00 a month. In March Ada changes to 24.00, Bo to 180.00 a year (15.00), Cy cancels (pricing), and Di starts at 8.00. ' +
    'March: opening 60.00, contraction 6.00, voluntary 20.00, expansion 5.00, new 8.00, closing 47.00. GRR = 34 / 60 = 0.567, NRR = 39 / 60 = 0.65; 2 of 3 customers retained.',
  fields: {
    over: 'For how many periods customers are followed, the named one being the last',
    period: 'The month, as 2026-03, or the day on which the week starts',
    opens: 'The day at whose end the opening is taken: the last one before the first of the periods',
    closes: 'The last day of the period',
    present: 'The day at which knowledge ends, and why that one: latest-fact, now or asked',
    from: 'First day covered',
    to: 'Last day covered',
    inProgress: 'The period is not over: only its opening is known',
    customers: 'Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms',
    revenue: 'What subscriptions bring in a month, by currency',
    count: 'How many customers are in the cell',
    amount: 'Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency',
    opening: 'With a subscription at the end of the day opens',
    retained: 'Of these, with one at the end of the day closes',
    contraction: 'What retained customers bring less',
    expansion: 'What retained customers bring more',
    voluntary: 'Of the opening, gone at the closing: the last subscription was cancelled for any cause but involuntary',
    involuntary: 'The same, for the cause involuntary',
    new: 'With a subscription at the closing, and the first one since the opening',
    reactivated: 'With a subscription at the closing, none at the opening, and one before that',
    closing: 'With a subscription at the end of the day closes',
    retention: 'Of customers, retained / opening (logo retention), with its 95 % interval (Wilson)',
    rate: 'retained / opening',
    low: 'Lower end of the 95 % interval of retention',
    high: 'Upper end of the 95 % interval of retention',
    grossRetention: 'GRR: what is left of the opening without what was added, at most 1',
    netRetention: 'NRR: the same with expansion',
    noRate: 'Why there are no rates',
    movement: 'Which cell the list is about',
    total: 'Count and amount of the cell, on all pages',
    notEnoughData: 'Why there is no figure',
    currency: 'ISO 4217; in rows without one all customers are counted',
  },
};
