import type { Definition } from '@tenure/projecting';

export const churnDefinition: Definition = {
  name: 'churn-likelihood',
  title: 'Likelihood of leaving',
  summary: 'How likely a customer is not to buy within the horizon, by a model fitted on all customers, and why.',
  counts: 'Days with a purchase, in UTC: several purchases on one day are one. Returns do not undo a day; voiding its only purchase does.',
  formula:
    'probability = P(no purchase in the horizon after the day `about`), given frequency x (purchase days after the first), recency (last - first day) and age (about - first day). ' +
    'Model: MBG/NBD (Batislam et al. 2007), or NBD when the data does not show that customers leave for good. low and high: 95 % interval from the uncertainty of the parameters (delta method on the log-odds); ' +
    'it does not cover the model being wrong. reasons: Shapley values of the log-odds against the typical customer; they add up to the difference. probabilityAlive: that the customer has not left for good.',
  window: 'From each first purchase to the day `about`; the horizon begins on the day after it.',
  timezone: 'Days are UTC days: the models need one calendar for all customers. A purchase of a day falls on that day.',
  leftOut: [
    'Customers without a purchase by the day `about`: there is nothing to go by.',
    'Closed customers: they have left already.',
    'Visits, complaints and subscriptions: this model knows purchases only.',
    'Everything, while no model has been fitted: the answer then says what is missing.',
  ],
  example:
    'With r = 1, alpha = 10 days, a = 1, b = 1 (MBG/NBD), a customer who bought once, 10 days ago, has left with probability 2/3 (odds (alpha + age)/alpha x a/b = 2), so probabilityAlive is 1/3.',
  parameters: {
    customerId: 'Id of the customer',
    horizon: 'ISO 8601 duration from P1D to P3Y; a year is 365 days (P90D)',
    asOf: 'Older name of about',
    about: 'The day that scores are about (the day of the latest purchase known, so that an old data set does not look as if all had left)',
    model: 'mbg-nbd, bg-nbd or nbd',
    minProbability: 'List only customers at least so likely to leave, 0 to 1 (0)',
    limit: 'Customers on a page, 1 to 1000 (100)',
    cursor:
      'The `next` of the page before. It holds the model, the day and the horizon fixed; a customer whose own history changes between two pages may move.',
  },
  fields: {
    probability: 'P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none',
    low: 'Lower end of the 95 % interval; null when the fit has no standard errors',
    high: 'Upper end',
    about: 'The day the score is about',
    probabilityAlive: 'P(has not left for good)',
    reasons: 'What sets this customer apart from the typical one, strongest first; contribution in log-odds, positive raises the probability',
    facts: 'purchases: days with a purchase by the day `about`; the first, the last, and days since',
    model:
      'The fit: name, version (when fitted), trainedTo (last day it saw), position of its event, boundary (a sentence when the optimum is not an ordinary one)',
  },
};
