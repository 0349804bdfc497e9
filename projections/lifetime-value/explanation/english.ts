import { englishWords } from '../../shared/explanation/english.js';
import { amountText } from '../../shared/money/amount-text.js';
import type { Wording } from './wording.js';

const { percent, days, chosen, purchaseModels } = englishWords;

const within = (horizonDays: number | null): string => (horizonDays === null ? 'without an end' : `within ${days(horizonDays)}`);
const purchaseDays = (count: number): string => `${count.toFixed(3)} days with a purchase`;

export const english: Wording = {
  title: (customerId) => `How the lifetime value of customer ${customerId} was computed`,
  headings: {
    computed: 'What was computed',
    result: 'The result',
    parts: 'What it is made of',
    figures: 'The figures that went in',
    terms: 'The terms',
    interval: 'How certain it is',
    changes: 'What would change it',
    data: 'The data it was computed from',
    'not-used': 'What was not used',
    model: 'The models',
    decision: 'Who decides',
    rights: 'What the customer can do',
  },
  computed: (horizonDays, about) =>
    `What the customer is expected to bring ${within(horizonDays)} after ${about}. Of what the customer did, nothing dated after that day was looked at.`,
  meaning:
    'It is an expected value: the mean of what many customers with such a history would bring. A single customer brings more or less, and many bring nothing.',
  learntLater: (trainedTo) => `A model that it was computed with learned from what all customers did up to ${trainedTo}.`,
  none: {
    'scoring-objected': ({ objectedOn }) =>
      `The customer objected to automated scoring on ${objectedOn}. No value is computed or shown, about any day, until the objection is withdrawn.`,
    closed: ({ about }) => `No value was computed: on ${about} the relationship with the customer was ended.`,
    'no-purchase': ({ about }) => `No value was computed: the customer had made no purchase by ${about}.`,
    'no-purchase-in-currency': ({ about, currency }) =>
      `No value was computed: the customer had made no purchase in ${currency} by ${about}, and no currency is converted into another.`,
    'fit-pending': () => 'No value was computed: what is known of all customers is enough for a model, but none has been fitted yet.',
    'too-little-data': () => 'No value was computed: too little is known of all customers to fit the models.',
    'no-model': () => 'No value was computed: a usable model of purchases or of spend is missing.',
  },
  result: (value) => `The value is ${value}.`,
  ifActive: (amount) => `A customer with such a history who has surely not left is expected to bring ${amount}.`,
  lost: (amount) => `Less what the chance takes off that the customer has left for good already: ${amount}.`,
  future: (amount) => `That leaves the value: ${amount}.`,
  past: (amount) => `So far the customer has brought ${amount}: what was paid less what was returned, times the margin, and not discounted.`,
  earned: (amount) => `So far purchases have earned ${amount}: what was paid less what was returned, times the margin, and not discounted.`,
  cost: (amount) => `Complaints, visits and winning the customer have cost ${amount}, as far as costs are stated.`,
  lessCosts: (amount) => `So far the customer has brought ${amount}: what was earned less these costs.`,
  whole: (amount) => `With the value that is ${amount}.`,
  addUp: 'These amounts add up to the last minor unit.',
  facts: ({ purchases, firstPurchase, lastPurchase }) =>
    purchases === 1
      ? `The customer bought on one day, ${firstPurchase}.`
      : `The customer bought on ${days(purchases)}, the first ${firstPurchase} and the last ${lastPurchase}.`,
  paid: ({ purchases, spend, returned, returnedUntied }) =>
    `There ${purchases === 1 ? 'is 1 purchase' : `are ${purchases} purchases`} in the currency of the value, of ${amountText(spend)}; ${amountText(returned)} of it was returned, and ${amountText(returnedUntied)} more that belongs to no known order.`,
  alive: (probability) => `The probability that the customer has not left for good is ${percent(probability)}.`,
  expected: (purchases) => `Expected are ${purchaseDays(purchases)}, later ones counting less.`,
  expectedOf: (ifActive, purchases) =>
    `Of a customer who has surely not left ${purchaseDays(ifActive)} are expected, later ones counting less. Times that probability these are ${purchases.toFixed(3)}.`,
  ofInfinite: (share) => `That is ${percent(share)} of all that is expected without an end.`,
  spend: (amount, priorMean, ownMean, ownWeight) =>
    ownMean === null
      ? `Each such day is expected to bring ${amount}, as of a customer of whom nothing is known: there is no day with a purchase after the first.`
      : `Each such day is expected to bring ${amount}: ${percent(ownWeight)} of it by the customer's own mean of the days after the first, ${ownMean}, and the rest by ${priorMean}, which is expected of a customer of whom nothing is known. The more such days, the more the own mean counts.`,
  outlier:
    'The own mean is at least ten times what is expected of a customer of whom nothing is known. An amount, a currency or a return may be recorded wrong: it should be looked at before anybody relies on the value.',
  product: (purchases, spend, margin, value) =>
    `Days, amount and margin are multiplied before any of them is rounded: ${purchases.toFixed(3)} x ${spend} x ${percent(margin)} = ${value}.`,
  horizon: (horizonDays) => (horizonDays === null ? 'Purchases count without an end.' : `Purchases count ${within(horizonDays)}.`),
  discount: (rate) => `Money that comes a year later counts ${percent(1 - 1 / (1 + rate))} less (discount rate ${percent(rate)} a year).`,
  margin: (share) => `Of what is paid ${percent(share)} is kept (margin).`,
  ownMargin: (share, products) =>
    `Of what the customer pays ${percent(share)} is kept: the margins of what was bought, by what was paid for each and not returned (${products === 1 ? '1 product has' : `${products} products have`} a margin of its own).`,
  origin: {
    'in-query': 'This was given with the question.',
    'by-default': 'The company has stated nothing: this is what is taken then.',
    stated: (from, position) => `The company stated this, from ${from} on (position ${position} of the log).`,
  },
  interval: (low, high) => `The expected value lies between ${low} and ${high} (95 % interval).`,
  intervalOf:
    'That is how far the data leave the parameters of the models open. What this customer will bring lies in a much wider range, and an error of the models themselves is not covered.',
  noInterval: 'How certain the value is cannot be said: a fit of a model has no measure of it.',
  changes: (leaves) => [
    `A further purchase raises the value: more purchases are expected${leaves ? ', and it is less likely that the customer has left' : ''}. Time without one lowers it.`,
    'A purchase above the expected amount raises the amount expected of each day, one below it lowers that, and so does a return.',
    'The value is proportional to the margin. A longer horizon raises it; a higher discount rate lowers it.',
    'The models are fitted again as more becomes known of all customers: the value may then change without anything the customer did.',
  ],
  used: 'Used were the days of the purchases, and the amounts paid and returned, as the company recorded them.',
  neverUsed:
    'Name, address, contact details, date of birth, other attributes of the customer, visits, complaints, answers to surveys, free texts, and data from outside the company are never used for this value.',
  purchaseModel: ({ name, version, trainedTo, position, chosen: { by } }) =>
    `When the customer buys is told by the model ${name}: ${purchaseModels[name as keyof typeof purchaseModels]}. It was fitted on ${version} on the data of all customers to ${trainedTo}, and is recorded at position ${position} of the log. ${chosen[by]}`,
  nobodyLeaves: 'By this model nobody leaves for good: the probability not to have left is 100 %, however long the silence.',
  spendModel: ({ name, version, trainedTo, position }) =>
    `What a day with a purchase brings is told by the model ${name}: each customer spends around a mean of their own, and these means differ. It was fitted on ${version} on the data of all customers to ${trainedTo}, and is recorded at position ${position} of the log. From both the value can be computed again.`,
  carriedBy: 'One customer made a large part of the spend that this model learned from, so that what it expects of all depends on that one.',
  decision: [
    'Tenure takes no decision about the customer. It shows the value to persons, who decide what to do.',
    'Lists of customers can be ordered by the value: persons decide what such an order is used for.',
  ],
  rights: [
    'The customer can object to being scored at any time, to the company that holds the data (PIPL art. 24, GDPR art. 21 and 22). Once the objection is recorded no value is computed or shown.',
    'The customer can ask the company which data it holds, have wrong data corrected, and ask for a person to look at the result.',
  ],
};
