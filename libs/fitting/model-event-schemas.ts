import { hazardFeatures } from '@tenure/models';
import type { ModelEventType } from '@tenure/querying';
import { integer, listOf, mapOf, number, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';

const day: Schema = { ...text, format: 'date' };

const line = record({ intercept: number, slope: number, interceptError: number, slopeError: number, covariance: number });
const ofCalibration = {
  horizon: integer,
  at: integer,
  customers: integer,
  baseRate: number,
  line,
  season: orNull(number),
  spread: orNull(number),
  spreadGrowth: number,
};
const calibration = record(ofCalibration, ['spreadGrowth']);

const curve = orNull(record({ times: listOf(number), hazard: listOf(number) }));
const told = record({ auc: orNull(number), brier: number, logLoss: number });
const hazardHorizon = record(
  {
    ...ofCalibration,
    days: integer,
    iterations: integer,
    gradientNorm: number,
    intercept: number,
    terms: listOf(record({ name: text, coefficient: number, standardError: number })),
    covariance: { ...listOf(number), description: 'Of the intercept and the coefficients other than 0: the lower triangle, row by row.' },
    curves: record({ inDays: curve, inOwnGaps: listOf(curve) }),
    purchases: orNull(record({ model: text, parameters: mapOf(number), unit: oneOf(['day', 'week', 'month']) })),
    typical: orNull(
      record({ customers: integer, terms: listOf(number), values: record(Object.fromEntries(hazardFeatures.map((feature) => [feature, orNull(number)]))) }),
    ),
    evaluation: orNull(record({ at: integer, days: integer, customers: integer, hazard: told, purchases: told })),
  },
  ['spreadGrowth'],
);

/** The recorded content of a fit. */
export const recordedFit = {
  model: text,
  currency: { ...orNull(text), description: 'Of a model of spend: the one its parameters are in.' },
  parameters: mapOf(number),
  standardErrors: orNull(mapOf(number)),
  logCovariance: { ...orNull(listOf(listOf(number))), description: 'Of the logarithms of the parameters, in their order.' },
  logLikelihood: { ...orNull(number), description: 'Null where it has no bound.' },
  aic: orNull(number),
  bic: orNull(number),
  iterations: integer,
  gradientNorm: {
    ...number,
    description:
      'The largest derivative of the mean log-likelihood by a log-parameter, at the optimum; of the hazard model by a standardised coefficient, penalty included.',
  },
  correlation: { ...orNull(number), description: 'Of a model of spend: of frequency and mean spend, which the model takes to be 0.' },
  leftOut: { ...integer, description: 'Of a model of spend: repeat customers whose repeat days sum to nothing or less.' },
  largestShare: { ...number, description: 'Of a model of spend: of all repeat spend, the share of the one customer who spent most.' },
  customers: integer,
  transactions: integer,
  purchaseDays: integer,
  typical: {
    ...orNull(record({ customers: integer, repeatPurchaseDays: integer, ageDays: number, silence: number })),
    description:
      'Of a model of purchases: the customer who still buys, to compare others with. How many came back and were silent for at most three times their usual gap; the medians of their frequency, their age, and their silence over usual gap. Null where nobody does.',
  },
  calibrations: {
    ...listOf({ anyOf: [calibration, record({ horizon: integer, notEnoughData: text })] }),
    description:
      'Of a model of purchases, by horizon in days: ln-odds of what happened after the day `at` (since 1970), on the newest outcomes, = intercept + slope x ln-odds of the model; season is added to the intercept for the time of the year; spread and spreadGrowth: standard deviation of what happened to tenths of customers around what an earlier line foretold, hypot(spread, spreadGrowth x ln-odds).',
  },
  hazard: {
    ...listOf({ anyOf: [hazardHorizon, record({ horizon: integer, notEnoughData: text })] }),
    description:
      'Of the hazard model, by horizon in days: ln-odds that a customer does not buy within it = intercept + sum of coefficient x term; then moved by outcomes, as in calibrations. curves: cumulative hazard of the time between purchases, in days and in own mean gaps by number of repeat purchases. typical: the medians of those who still buy. evaluation: likelihoods learnt a horizon earlier against what came, beside those of the model of purchases.',
  },
  timeUnit: orNull(oneOf(['day', 'week', 'month'])),
  checksum: { ...integer, description: 'A sum over what all purchases and returns said: another one where anything was recorded, corrected or taken back.' },
  trainedTo: { ...day, description: 'The last day of purchases that it has seen.' },
  until: { ...orNull(day), description: 'The last day that the request allowed. Fits of version 0.1.0 do not say it.' },
  population: text,
  converged: { type: 'boolean' },
  boundary: { ...orNull(text), description: 'Why the optimum is not an ordinary one.' },
};
/** Absent in fits of 0.1.0, or in fits of purchases, or of spend. */
export const optionalOfFit = ['until', 'correlation', 'leftOut', 'largestShare', 'typical', 'calibrations', 'hazard', 'checksum'];

const targeted = record({ share: number, profit: number });

/** The recorded content of a back-test. */
export const recordedBacktest = {
  model: text,
  at: { ...day, description: 'Last day that the model was fitted on.' },
  horizon: text,
  until: { ...day, description: 'Last day of what happened.' },
  parameters: mapOf(number),
  boundary: orNull(text),
  customers: integer,
  baseRate: { ...number, description: 'Share of customers who did not buy within the horizon.' },
  meanProbability: number,
  auc: { ...orNull(number), description: 'Null where all or none of them bought.' },
  brier: number,
  topDecileLift: orNull(number),
  calibration: listOf(
    record({ from: number, to: number, customers: integer, meanProbability: number, observed: number, low: number, high: number }, ['low', 'high']),
  ),
  brierParts: {
    ...record({ reliability: number, resolution: number, uncertainty: number, withinBins: number }),
    description: 'Brier score = reliability - resolution + uncertainty + withinBins.',
  },
  logLoss: { ...number, description: 'Mean of -ln(probability of what came to pass).' },
  calibrationLine: {
    ...orNull(line),
    description:
      'ln-odds of what happened = intercept + slope x ln-odds foretold, with standard errors; 0 and 1 where probabilities are right. Null where no line can be laid.',
  },
  calibrationError: { ...number, description: 'Mean distance of the rates in calibration from what was foretold, weighted by customers.' },
  gains: {
    ...orNull(listOf(number)),
    description: 'Of those who did not buy, the share within the highest tenth, two tenths, ... of probabilities. Null where all bought.',
  },
  outcomes: {
    anyOf: [calibration, record({ notEnoughData: text })],
    description:
      'How the likelihoods were moved by the outcomes of this very horizon that were known on the day of the test; or why they were not. Figures mix the lines of the horizons that were tested with the fit.',
  },
  uncalibrated: {
    ...record({ meanProbability: number, brier: number, logLoss: number, calibrationError: number, calibrationLine: orNull(line) }),
    description: 'The same likelihoods as the model says them, before outcomes moved them.',
  },
  purchases: {
    ...record({ expected: number, actual: number, meanError: number }),
    description: 'Purchase days within the horizon over all customers; meanError: mean distance of what was expected of each from what came.',
  },
  spend: {
    ...record({ currency: text, expected: orNull(number), actual: number, notEnoughData: text }, ['notEnoughData']),
    description:
      'Money within the horizon over all customers, in major units, undiscounted. expected: null with a sentence where there is no model of spend of that day.',
  },
  naive: {
    ...record({ recency: record({ auc: orNull(number) }), lastYear: record({ expected: number, meanError: number }) }),
    description: 'By rules without a model: who has not bought for longest will not buy; everybody buys on as in the year before.',
  },
  profit: {
    ...record({
      currency: text,
      valueKept: number,
      contactCost: number,
      offerCost: number,
      acceptance: number,
      tenths: listOf(number),
      best: targeted,
      breakEven: number,
      aboveBreakEven: targeted,
    }),
    description:
      'If a campaign was given: its profit per customer of all who were tested, in major units, against contacting nobody. tenths: where the most likely tenth, two tenths, ... are contacted. best: the share that would have paid most, known afterwards; 0 is nobody. breakEven: the probability above which a contact is expected to pay; aboveBreakEven: where all above it are contacted.',
  },
};
/** Absent in back-tests from before 0.2; `profit` where no campaign was given, too. */
export const optionalOfBacktest = [
  'outcomes',
  'uncalibrated',
  'brierParts',
  'logLoss',
  'calibrationLine',
  'calibrationError',
  'gains',
  'purchases',
  'spend',
  'naive',
  'profit',
];

const promotion = { currency: orNull(text), reason: orNull(text) };

/** The content of the events on the stream of a model, by type. */
export const modelEventSchemas: Readonly<Record<ModelEventType, Schema>> = {
  ModelFitted: record(recordedFit, optionalOfFit),
  ModelPromoted: record({ fit: { ...integer, description: 'Revision of the fit on the stream of its model.' }, ...promotion }),
  ModelRetired: record(promotion),
  ModelBacktested: record(recordedBacktest, optionalOfBacktest),
};
