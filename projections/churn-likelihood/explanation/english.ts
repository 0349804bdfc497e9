import { englishWords } from '../../shared/explanation/english.js';
import { englishFeatures } from './english-features.js';
import type { Wording } from './wording.js';

const { percent, list, days } = englishWords;

function effect(contribution: number): string {
  const size = Math.abs(contribution);
  if (size < 0.01) return 'This hardly changes the probability';
  const strength = size > 1 ? 'strongly' : size > 0.3 ? 'noticeably' : 'slightly';
  return `This ${contribution > 0 ? 'raises' : 'lowers'} the probability ${strength}`;
}

export const english: Wording = {
  title: (customerId) => `How the likelihood of leaving of customer ${customerId} was computed`,
  headings: {
    computed: 'What was computed',
    result: 'The result',
    reasons: 'Why',
    data: 'The data it was computed from',
    'not-used': 'What was not used',
    model: 'The model',
    checked: 'How it was checked',
    override: 'What a person stated',
    decision: 'Who decides',
    rights: 'What the customer can do',
  },
  computed: (horizonDays, about) =>
    `The probability that the customer makes no purchase within ${days(horizonDays)} after ${about}. Of what the customer did, nothing dated after that day was looked at.`,
  learntLater: (trainedTo) => `The model that it was computed with learned from what all customers did up to ${trainedTo}.`,
  none: {
    'scoring-objected': (_, objectedOn) =>
      `The customer objected to automated scoring on ${objectedOn}. No probability is computed or shown, about any day, until the objection is withdrawn.`,
    closed: (about) => `No probability was computed: on ${about} the relationship with the customer was ended.`,
    'no-purchase': (about) => `No probability was computed: the customer had made no purchase by ${about}.`,
    'fit-pending': () => 'No probability was computed: what is known of all customers is enough for a model, but none has been fitted yet.',
    'too-little-data': () => 'No probability was computed: too little is known of all customers to fit a model.',
    'no-model': () => 'No probability was computed: there is no usable model for this question.',
  },
  result: (probability, horizonDays) => {
    const count = Math.round(100 * probability);
    return `The probability is ${percent(probability)}: of 100 customers with such a history about ${count} are expected to make no purchase within ${days(horizonDays)}.`;
  },
  interval: (low, high, of) =>
    of === 'outcome'
      ? `By what happened to groups of such customers before, the share that makes no purchase is expected between ${percent(low)} and ${percent(high)} (95 % interval).`
      : `The data leaves the probability uncertain between ${percent(low)} and ${percent(high)} (95 % interval); this does not cover an error of the model itself.`,
  noInterval: 'How uncertain the probability is cannot be said: the fit of the model has no measure of it.',
  base: (probability, customers) =>
    `The customer is compared with a typical one among ${customers} customers who still bought when the model was fitted; the typical customer has a probability of ${percent(probability)}.`,
  reason: (name, value, typical, contribution) =>
    `${name}: ${value}; typically: ${typical}. ${effect(contribution)} (${contribution > 0 ? '+' : ''}${contribution.toFixed(2)} in log-odds).`,
  noReasons: 'There is no customer to compare with in this fit of the model, so that no reasons can be given.',
  features: englishFeatures,
  data: {
    purchases: 'the days of the purchases',
    visits: 'the days of visits and other contacts',
    complaints: 'the days of complaints and of their resolutions',
    satisfaction: 'answers to surveys of satisfaction',
    subscriptions: 'changes of subscriptions to a lower price or quantity',
  },
  used: (kinds) => `Used were ${list(kinds)}, as the company recorded them.`,
  facts: ({ purchases, firstPurchase, lastPurchase, daysSinceLastPurchase }) =>
    purchases === 1
      ? `The customer bought on one day, ${firstPurchase}, ${days(daysSinceLastPurchase)} before the day in question.`
      : `The customer bought on ${days(purchases)}, the first ${firstPurchase} and the last ${lastPurchase}, ${days(daysSinceLastPurchase)} before the day in question.`,
  notUsed: (kinds) => `Not used were ${list(kinds)}.`,
  neverUsed:
    'Name, address, contact details, date of birth, other attributes of the customer, amounts of purchases, free texts, and data from outside the company are never used for this probability.',
  models: {
    ...englishWords.purchaseModels,
    hazard: 'it is a logistic regression of whether customers bought nothing within the horizon, on what they had done before',
  },
  model: (name, what, version, trainedTo, position) =>
    `The model is ${name}: ${what}. It was fitted on ${version} on the data of all customers to ${trainedTo}, and is recorded at position ${position} of the log, from which the probability can be computed again.`,
  chosen: englishWords.chosen,
  checked: (customers, at, horizonDays, baseRate) =>
    `It was checked against what happened: the probabilities of ${customers} customers on ${at} were compared with what they did within ${list(horizonDays.map(days))}; ${percent(baseRate)} of them made no purchase.`,
  moved: (uncalibrated, probability) => `Without this check the model says ${percent(uncalibrated)}; moved by what happened it is ${percent(probability)}.`,
  compared: (outcomes, logLoss, ofPurchases) =>
    `It was checked against what happened: probabilities learned a horizon earlier were compared with ${outcomes} outcomes of customers that came after all that these had learned from. Their log-loss (the lower the better) was ${logLoss.toFixed(4)}; that of a model of purchases alone was ${ofPurchases.toFixed(4)}.`,
  line: (customers, at, horizonDays, baseRate) =>
    `The model was then moved onto a line laid through what ${customers} customers did within ${list(horizonDays.map(days))} after ${at}, the newest outcomes that it learned from; ${percent(baseRate)} of them made no purchase. That line is part of the model, and no check of it.`,
  movedByLine: (uncalibrated, probability) => `Before it was moved the model says ${percent(uncalibrated)}; moved it is ${percent(probability)}.`,
  notChecked: 'It has not been checked against what happened to customers afterwards; take it with care.',
  override: (probability, by, recordedOn, expiresOn) =>
    `On ${recordedOn} ${by} stated a probability of ${percent(probability)}, which counts until ${expiresOn}. It is shown beside the computed one, and does not change it.`,
  decision: [
    'Tenure takes no decision about the customer. It shows the probability to persons, who decide what to do.',
    'A person can state another probability, with a reason and a last day.',
  ],
  rights: [
    'The customer can object to being scored at any time, to the company that holds the data (PIPL art. 24, GDPR art. 21 and 22). Once the objection is recorded no probability is computed or shown.',
    'The customer can ask the company which data it holds, have wrong data corrected, and ask for a person to look at the result.',
  ],
};
