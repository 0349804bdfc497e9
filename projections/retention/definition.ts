import type { Definition } from '@tenure/querying';

export const retentionDefinition: Definition = {
  name: 'retention',
  title: 'Retention',
  summary: 'Of the customers who first bought in a period, how many bought again one, two, three ... periods later.',
  counts:
    'Distinct customers with a purchase. Several purchases in a period count once. A purchase that was later returned still counts: the customer was there. A purchase that was voided never was; one that was corrected is what it was corrected to.',
  formula:
    'rate = count / size of the cohort. mode=on: bought in exactly that period. on-or-after: bought in that period or in any later one known, also one after `to`. ' +
    'bracket: bought in at least one period of the bracket; brackets=1,3,7 means periods 0, 1-2 and 3-6. low and high: Wilson 95 % interval. ' +
    'weightedAverage: counts by sizes, over the cohorts for which the period is over, so a small cohort weighs little. ' +
    'retention/survival: Kaplan-Meier over days from the beginning to the event, customers without it censored at the present. of=second-purchase: from the first purchase to one on a later day. ' +
    'of=subscriptions: from the first start to the end of the last subscription, as far as none has started since; being without one in between counts as staying. An end with reasonCode involuntary is a cause of its own: happened has the share for each cause (Aalen-Johansen), and survival is that of no end by any cause. ' +
    'Standard error after Greenwood, low and high from ln(-ln S), median after Brookmeyer and Crowley. ' +
    'retention/projection: how many of a cohort are there in period k or later. of=subscriptions: until the last one has ended; of=purchases: until the last purchase before `silence` whole periods without one, whoever comes back after that. ' +
    'sBG (Fader and Hardie 2007) and BdW (Fader et al. 2018) are fitted by maximum likelihood to the numbers who stayed and left, and the one with the lower AIC projects: expected count = those who are left x S(k) / S(last known). ' +
    'A cohort has a curve of its own with three known periods and where its AIC is lower than that of the curve of all cohorts; else it takes that one, and why says so. ' +
    'Of a projected cell low and high are 95 % of what will be counted (parameters and chance, beta-binomial), modelLow and modelHigh of the expected rate (delta method in log-odds). ' +
    'mode=on is not projected: a customer who misses a period has not left. ' +
    'retention/customers, retention/survival/customers and retention/projection/customers: who is behind a number. Each cohort of the triangle has the address of the list of its customers (customers); with period= added, those of one cell, of a bracket by the period it starts at. A cell that is null has no list. Each row of a curve, and each counted cell of a cohort, has the address of its list (customers), with the same filters, zone, present and past moment; count of the list is the number of the cell: at risk, and with outcome=event, a cause or censored those whose observation ends in the row.',
  window:
    'window=calendar: periods are calendar days, weeks or months, and period 1 is the one after that of the first purchase, be it a minute later. ' +
    "window=rolling: periods are 1, 7 or 30 times 24 hours from each customer's own first purchase, and a cell is given as soon as it is over for every customer of the cohort. " +
    'From the first purchase known to the period of the latest one, unless from and to say otherwise: days, both inclusive, widened to whole periods; the answer says to which. ' +
    'The present is the day of the latest purchase, never after today; the period it lies in is in progress. A period that is not over is null, never a low number, and is not averaged.',
  timezone:
    'The parameter, else the reporting time zone of the installation. Periods, and with them cohorts, begin at midnight there; rolling windows need no zone but for the naming of cohorts. A purchase of a day falls on that day in every zone; between a day and a time whole days are counted.',
  leftOut: [
    'Customers without a purchase; from survival of subscriptions, customers without a subscription.',
    'Cohorts without a customer.',
    'Periods after the present.',
    'Closing a customer: a subscription ends when it is cancelled.',
    'A curve of the time to the last purchase: a customer who has not bought for a while has not left, so that time is no survival (see churn-likelihood).',
  ],
  example:
    'Ada first buys on 10 January, then in February and in April; Bo buys on 20 January and on 2 March. Cohort January, size 2. on: 2, 1, 1, 1. on-or-after: 2, 2, 2, 1. ' +
    'Rolling months of 30 days: if Ada buys on 3 February, that is period 0 for her. ' +
    'Survival, present 20 April, with Ada in February on the 3rd: Ada bought again after 24 days, Bo after 41. After 30 days one of two has not: 0.5; after 41 days nobody.',
  fields: {
    cohort: 'The month, as 1997-01, or the day on which the week starts, or the day',
    group: 'With by: the value; null where it is not known',
    size: 'Customers of the cohort',
    period: 'Periods after that of the cohort; the first one of a bracket',
    through: 'The last period of a bracket; in rows of any cell',
    on: 'In the export: count with mode=on',
    onOrAfter: 'In the export: count with mode=on-or-after',
    granularity: 'Length of a period',
    timezone: 'The zone that periods begin in at midnight',
    present: 'The day at which knowledge ends, and why that one: latest-fact, now or asked',
    from: 'First day covered',
    to: 'Last day covered',
    count: 'Customers of the cohort who were retained',
    rate: 'count / size',
    low: 'Lower end of the 95 % interval',
    high: 'Upper end of the 95 % interval',
    of: 'What the survival curve is about',
    begins: 'From when on a customer is observed',
    ends: 'The event',
    censored: 'In definition: who is without the event at the present; in rows: so many of them were observed no longer',
    customers: 'Customers of the curve: events + censored; of a row, a cohort or a cell the address of the list of its customers',
    firstPurchase: 'The day of the first purchase',
    lastPurchase: 'The day of the latest purchase known at the present',
    began: 'The day of the beginning',
    ended: 'The day of the event; without one the present',
    outcome: 'How the observation ended: the cause, or censored',
    lastPeriod: 'The last period of the cohort in which the customer was there; null where they are not known to have left',
    atRisk: 'Customers observed without the event up to this row: those of the row before less its events and censored',
    events: 'Customers with the event in this row',
    days: 'Days from the beginning to the end of the row',
    survival: 'Share without the event by then',
    standardError: 'Of survival, after Greenwood',
    happened: 'Share with the event by then, by cause',
    median: 'Days until one half has had the event, with a 95 % interval; high is null where its upper limit is not reached',
    noMedian: 'Why there is no median',
    notEnoughData: 'Why there is no figure',
    projected: 'Whether the cell is expected, not counted',
    modelLow: 'Lower end of the 95 % interval of the expected rate; null in a counted cell',
    modelHigh: 'Upper end of the 95 % interval of the expected rate; null in a counted cell',
    curve: 'Of a cohort the model that projects it, with parameters and why it was taken; of a cell the share of new customers who are there by it',
    curveOf: 'In rows: own, or all-cohorts',
    noProjection: 'Why nothing is projected',
    silence: 'Whole periods without a purchase after which a customer has left; null for subscriptions',
    ahead: 'Periods that are projected',
    stays: 'When a customer is there',
    intervals: 'What the intervals of projected cells are of',
    weightedAverage: 'Per period: counts and sizes of the cohorts for which it is over, added up',
    groups: 'With by: the weighted average of each value',
    otherGroups: 'With by: where there are more values than can be shown, so many of those with the fewest customers are added up as (other)',
  },
};
