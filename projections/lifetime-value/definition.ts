import type { Definition } from '@tenure/querying';

export const valueDefinition: Definition = {
  name: 'lifetime-value',
  title: 'Lifetime value',
  summary: "What a customer is expected to bring within the horizon, in today's money, with the parts it is made of.",
  counts:
    'Purchase days in the time zone of the reports, whatever was paid with, and the money of repeat days (those after the first) in one currency: what was paid, less what was returned. A return lessens the day of its order; ' +
    'one that names no order, or one we do not know, that of the latest order before it whose amount it gives back whole, of the same product where both name one; where there is none, and it names a product, that of the latest order of the product that still holds as much; what is left, all days of its currency in the same share. A day of 0.00 counts as any other among the purchase days; customers whose repeat days add up to 0 or less are left out of the fit of spend. What is dated after the day `about` changes nothing.',
  formula:
    'value = expectedPurchases x expectedSpend x margin (ownMargin where products have margins of their own). When customers buy is one model for all (purchases), what they spend is one for each currency (spend). expectedPurchases: purchase days expected within the horizon (by the model of purchases with the lowest AIC, unless one was promoted or asked for), each month discounted from its end ' +
    'at (1 + discountRate) a year of 365 days, times the share of the purchase days so far that had a purchase in the currency. expectedSpend (Gamma-Gamma) = ownWeight x ownMean + (1 - ownWeight) x priorMean, where ownWeight grows with the number of repeat days; ownMean is 0 where all was free or given back, and no less where more was given back than paid. ' +
    'Margin, discountRate and horizon are those of the query, else those stated for the day `about` (/v1/terms), else 1, 0.1 and P3Y; terms says which. Where products have margins of their own, each purchase so far has that of its product (the first line’s where it has lines; that of the currency where its product has none), and ownMargin is their mean, weighted by what is left of each after returns: future purchases are reckoned with the own past mix. Costs are those stated for the day `about`, of complaints logged, visits, and once of each customer who bought, by then. ' +
    'interval: the 2.5 and 97.5 percentiles of the value over 256 sets of parameters, normal in their logarithms with the covariances of both fits, which are independent of each other (parametric bootstrap); they are the same sets every time, so that equal data give equal intervals. In totals, histories that agree to about a tenth share the multiple at each set. ' +
    'concentration: customers ordered as in the list, the most valuable first; no expected value is below 0, as spend is 0 at the least. ' +
    'equity: the values of all customers added up as of the end of each of the last months, and as of the day `about`, each with the facts dated by that day, on the terms of that day (unless the query gives them) and with the fits in force now. ' +
    'subscriptions (of one customer): what renewals of a running subscription are expected to bring is a value of its own, beside that of purchases. value = price x discountedLifetime x discountToRenewal x margin; discountedLifetime (DERL, Fader and Hardie 2010) is the number of periods expected to be paid for from the next renewal on, without end, each discounted to it. It comes from sBG or BdW, whichever has the lower AIC, ' +
    'fitted on the stays of customers with the same interval (from the first start to the end of the last subscription, as known now, days in UTC, an end of any cause), counted in renewals; their interval as above. The margin is that of the currency of the price. ' +
    'A fit at a boundary (one price for all, spend that is steady per customer, customers who do not differ) is used as the limit that it is, and models.spend.boundary says so. ' +
    'cells: repeat buyers split by rank into groups of equal size by last purchase day, repeat days and mean repeat spend, 1 the lowest; among equals the smaller customer id ranks lower.',
  window:
    'From the first purchase to the day `about`, which is, unless one is asked for, the latest with a purchase, a return, a closing or a reopening (visits and complaints cost, and do not move it); the horizon begins on the day after it. ofInfinite says what share of an infinite horizon that is. horizon=infinite adds up all months there will ever be, each discounted as above, to some ten digits (the mean over rates and chances to leave of a geometric series; of NBD, in which nobody leaves, a perpetuity): it needs a discountRate above 0.',
  timezone:
    'Days are those of the time zone of the reports (TENURE_TIMEZONE): the models need one calendar for all customers. A purchase of a day falls on that day.',
  leftOut: [
    'Customers without a purchase by the day `about`, and those closed on it.',
    'Customers who object to automated scoring (ObjectToScoring), about every day, also one before the objection, until they withdraw it: no value, no place on a list, in a cell, in a group or in a total; objected counts them. They are still part of what models learn from.',
    'Money in other currencies: its totals are shown, nothing is converted. otherCurrencies says how many customers bought in them; ask with currency.',
    'Customers without a purchase in the currency.',
    'The first purchase: it says who came, not what they spend when they return; the model is fitted on repeat days.',
    'Subscriptions, from value, parts, lists and totals: they are in subscriptions alone. RenewSubscription records no purchase, so that nothing is in both; where payments of a subscription are recorded as purchases, too, value has them already, and the two must not be added up.',
    'Costs to come: what complaints, visits and acquisition have cost is taken off what the customer has brought (parts.costs), as far as it is stated; what future ones will cost is not expected, and not in the value.',
    'Costs that are stated in another currency than that of the value: parts.costsNotTakenOff shows them, nothing is converted.',
  ],
  example:
    'With p = 6, q = 4, gamma = 15 (Gamma-Gamma), the prior mean is 6 x 15 / 3 = 30.00. A customer with 2 repeat days of 50.00 on average weighs 12 / 15 = 0.8: expected spend 0.8 x 50 + 0.2 x 30 = 46.00. ' +
    'At 1.5 discounted purchases and margin 0.4 the value is 27.60.',
  fields: {
    value: 'Expected discounted margin, rounded half-even to minor units; null with a sentence in notEnoughData when there is none',
    interval:
      '95 % interval of the expected value: what the data leave uncertain about the parameters of both models. What a single customer will bring lies in a much wider one. Of total and groups it is that of totalValue',
    noInterval: 'Why interval is null: a fit without a covariance (see its boundary), or a mean spend that may be infinite',
    total: 'customers, meanValue, totalValue and its interval over all customers with a value, on all pages',
    expectedPurchases:
      'Discounted purchase days within the horizon; already times probabilityAlive. There without a model of spend too: then value is null, and lists are ordered by it (orderedBy)',
    ofInfinite: 'Of what is expected without end, discounted at the same rate, the share within the horizon; null without discounting',
    probabilityAlive: 'P(has not left for good)',
    expectedSpend:
      'amount per purchase day; priorMean: of a customer nothing is known about; ownMean: mean of the own repeat days, null without any; ownWeight: its weight',
    parts:
      'earned: what was paid less what was returned so far in the currency, x the margin of each purchase, not discounted (a return lessens the purchase it is tied to; one that is tied to none takes off at the own margin of all); costs: what stated costs come to so far, a line for each (of, severity, count, amount), in the currency; costsNotTakenOff: those in other currencies; past: earned less costs; future: the value; whole: both; purchasesIfActive: of the customer if surely still active, x probabilityAlive = expectedPurchases; futureIfActive = purchasesIfActive x expectedSpend x margin (or ownMargin); lostToLeaving: what is missing from that to the value. earned - costs = past, past + future = whole and future + lostToLeaving = futureIfActive, to the minor unit',
    margin: 'The share of what is paid that is kept, where a product has no margin of its own',
    ownMargin: 'Where products have margins of their own: that of the purchases of this customer, which takes the place of margin',
    terms:
      'Where each term of the day about comes from. given: in-query, stated (with from, the first day on which it holds, reason, statedBy, statedAt and position), or by-default; productMargins: of the products with a margin of their own, none where the query gives a margin; costs: of, severity (null: of every severity without a cost of its own) and amount of each. A statement for a later day counts for nothing',
    outlier: 'A sentence on a customer whose own mean is ten times what the model expects of one it knows nothing about',
    carriedBy: 'Of the spend model: a sentence where one customer made a twentieth or more of the repeat spend that it was fitted on',
    subscriptions:
      'The running subscriptions of the customer, each with its value (renewals without end, whatever the horizon) or why it has none; absent where none is running, or the customer objects to scoring',
    facts: 'purchases: days with a purchase; totals by currency, returns tied to an order and untied ones apart',
    models:
      'The two fits: name, version (when fitted), trainedTo, position, boundary (a sentence when the optimum is not an ordinary one), aic; of purchases also nobodyLeaves (a sentence where nobody leaves in the model) and chosen (why this model: by, why, margin of AIC, compared)',
    cells: 'customers, meanValue (null for nobody) and totalValue per group of recency, frequency and monetary',
    makers:
      'Concentration: the fewest customers, the most valuable first, who make at least a tenth of totalValue (of 0.1), two tenths, ... all of it (whose value is lost in the rounding of the total is not needed for it); downTo is the last of them: the list with downTo=ID on the same terms has these customers and no others',
    top: 'Concentration: the top 1, 5, 10 and 20 % of the customers, rounded up to a whole customer, and what they make',
    lorenz: 'Concentration: the share of the value that the least valuable 0, 10, ... 100 % of the customers make, a part of a customer in proportion',
    gini: 'Concentration: 0 where all are worth the same, 1 - 1/customers where one makes everything; null where nothing is expected',
    points:
      'Equity: customers with a value on the day about, their meanValue, totalValue and its interval; gained: had none at the point before (they bought for the first time in the currency, or were reopened); lost: had one there and have none here (they were closed); horizon, discountRate and margin: the terms of that day; customers = those of the point before + gained - lost',
    valuedWith: 'Equity: a sentence that says which fits earlier days are valued with',
    costs:
      'What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency',
    noRepeat: 'The same of customers with one purchase day',
    leftOut: 'Customers without a value',
    objected: 'How many customers object to automated scoring, and have no value therefore',
    code: 'scoring-objected: there is no value because the customer objects to automated scoring, whatever the data',
    groups: 'With by: customers, meanValue and totalValue of each group, the most valuable first',
    otherGroups: 'With by: where there are more than 1,000 values, so many of those with the fewest customers are added up as (other)',
    otherCurrencies: 'The other currencies that were paid with, and how many customers did',
    needed: 'With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing',
  },
};
