import type { Definition } from '@tenure/querying';

export const churnDefinition: Definition = {
  name: 'churn-likelihood',
  title: 'Likelihood of leaving',
  summary: 'How likely a customer is not to buy within the horizon, by a model fitted on all customers, and why.',
  counts:
    'Days with a purchase, in the time zone of the reports: several purchases on one day are one, and one of 0.00 counts as any other. Returns do not undo a day; voiding its only purchase does. What is dated after the day `about` changes nothing.',
  formula:
    'probability = P(no purchase in the horizon after the day `about`), given frequency x (purchase days after the first), recency (last - first day) and age (about - first day). ' +
    'Model: the hazard model where it told later outcomes better, else a model of purchases, unless one was promoted or asked for: model.chosen says why. ' +
    'The hazard model is a logistic regression, learnt for 30, 90, 180 and 365 days, on what each customer did by six earlier days a month apart: silence against the own rhythm, how long customers wait between purchases (Kaplan-Meier), frequency, age, recent purchases, regularity, visits, complaints open, resolved and repeated, satisfaction and its trend, subscriptions lowered, and the log-odds of a model of purchases. ' +
    'It is compared on outcomes that came after all it had learnt from: the lower log-loss scores. Models of purchases: of NBD (Ehrenberg 1959), BG/NBD (Fader, Hardie & Lee 2005), MBG/NBD (Batislam et al. 2007) and Pareto/NBD (Schmittlein et al. 1987) the fit with the lowest AIC. ' +
    'Its log-odds are then moved onto a line, level + slope x log-odds, laid through what happened on the newest outcomes (the model fitted a horizon earlier; of the hazard model on the newest day that it learnt from; horizons of 30, 90, 180 and 365 days are tested; between two their lines are mixed, beyond them a line fades and the hazard model does not score), with a part for the time of the year where there are two years: outcomes says which. ' +
    'low and high: 95 % interval of what happens to such customers, from how far outcomes of tenths of the customers lay from earlier foretellings; modelLow and modelHigh: what the uncertainty of parameters and line leaves (delta method on the log-odds). valueAtRisk = value x probability, where value is the lifetime value within three years at 10 % a year (see lifetime-value); ' +
    'the list is ordered by it, of customers with probabilityAlive >= minActive (one half): who has probably left already cannot be saved by a call. reasons: of a model of purchases Shapley values of the log-odds, of the hazard model coefficient x (value - typical value), against the typical customer who still buys (came back, and was silent for at most three times the own usual gap when the model was fitted: the medians of frequency, age, and silence over usual gap); base.logOdds and they add up to logOdds. probabilityAlive: that the customer has not left for good.',
  window: 'From each first purchase to the day `about`; the horizon begins on the day after it.',
  timezone:
    'Days are those of the time zone of the reports (TENURE_TIMEZONE): the models need one calendar for all customers. A purchase of a day falls on that day.',
  leftOut: [
    'Customers without a purchase by the day `about`: there is nothing to go by.',
    'Customers closed on the day `about`: they have left already.',
    'Customers who object to automated scoring (ObjectToScoring), about every day, also one before the objection, until they withdraw it: no score, no place on a list, in a group or in a sum; leftOut.objected counts them. They are still part of what models learn from, of retention and of lifecycle, which decide about nobody.',
    'From the list by value at risk: customers who are probably gone, and those without a purchase in its currency; the latter from any list with currency given. leftOut counts both, and otherCurrencies names the others.',
    'Visits, complaints, satisfaction and subscriptions, where a model of purchases scores: it knows purchases only.',
    'Everything, while no model has been fitted: the answer then says what is missing.',
  ],
  example:
    'With r = 1, alpha = 10 days, a = 1, b = 1 (MBG/NBD), a customer who bought once, 10 days ago, has left with probability 2/3 (odds (alpha + age)/alpha x a/b = 2), so probabilityAlive is 1/3. ' +
    'A customer worth 120.00 with probability 0.4 has 48.00 at risk, and comes before one worth 300.00 with probability 0.1 (30.00 at risk).',
  fields: {
    probability: 'P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none',
    low: 'Lower end of the 95 % interval: of what happens to such customers where outcomes could be learnt from (intervalOf: outcome), else that of the model; null when the fit has no covariance',
    high: 'Upper end',
    intervalOf: 'outcome, or model',
    modelLow: 'Lower end of what the uncertainty of the model leaves open, 95 %; it does not cover the model being wrong',
    modelHigh: 'Upper end',
    uncalibrated: 'The probability as the model says it, before outcomes moved it',
    outcomes:
      'What the likelihoods were checked against: checked, horizons, at (the latest day scored), customers, baseRate, level and slope (with the hazard model between two tested horizons their means), season, spread and spreadGrowth (standard deviation of outcomes of tenths around what was foretold: hypot(spread, spreadGrowth x ln-odds)); or checked: false and why (not yet checked against outcomes)',
    about:
      'The day the score is about: the latest with a purchase, closing, visit, complaint, answer to a survey, or start or change of a subscription; never after today, unless asked for',
    probabilityAlive: 'P(has not left for good). BG/NBD takes everybody who bought once for active.',
    value: 'In the list: lifetime value in its currency, on the terms in valueTerms; null without a model of spend, or a purchase in the currency',
    valueAtRisk: 'value x probability, multiplied before either is rounded',
    name: 'In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them',
    sealed: 'Of name, email and phone those that are known and not shown, and why: the key of the customer cannot be had. In rows: their names',
    trend:
      'Of one customer: the likelihood that the same model gave 30 days earlier, with what had happened by then, and the change since; null where there was none then',
    override:
      'The likelihood that a person stated (OverrideChurnLikelihood), beside the computed one and never instead of it: in force today, or on the day `about` where one is asked for; reason only for a role that may see personal data. Order, groups and sums do not use it',
    code: 'scoring-objected: there is no score because the customer objects to automated scoring, whatever the data',
    customers: 'How many are on the list, over all pages; leftOut: how many are not, by reason',
    groups: 'With by: customers on the list, probablyGone, meanProbability, value and valueAtRisk added up, the most at risk first',
    otherGroups: 'With by: where there are more than 1,000 values, so many of those with the fewest customers are added up as (other)',
    needed: 'With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing',
    explanation: 'GET /v1/churn-likelihood/{customerId}/explanation: how it was computed, as a document in English or Chinese',
    logOdds: 'ln(p / (1 - p)), exact where the probability rounds to 0 or 1',
    base: 'The typical customer who still buys: probability, logOdds, and of how many customers it is the typical one (with the hazard model, of a sample of at most 40,000); null where noReasons says why there is none',
    reasons:
      'What sets this customer apart from the typical one; contribution in log-odds, positive raises the probability. What raises comes first of whom more likely than not, or likelier than the typical one, will stay away; of others what lowers; the strongest first',
    facts: 'purchases: days with a purchase by the day `about`; the first, the last, and days since',
    model:
      'The fit: name, version (when fitted), trainedTo (last day it saw), position of its event, boundary (a sentence when the optimum is not an ordinary one), aic, nobodyLeaves (a sentence where nobody leaves in the model), chosen (why this model: by, why, margin of AIC, compared)',
  },
};
