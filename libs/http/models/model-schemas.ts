import { integer, listOf, mapOf, number, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';

const day: Schema = { ...text, format: 'date' };
const time: Schema = { ...text, format: 'date-time' };

/** `ShownFit`. */
export const fitSchema = record(
  {
    model: text,
    currency: { ...orNull(text), description: 'Of a model of spend: the one its parameters are in.' },
    parameters: mapOf(number),
    standardErrors: orNull(mapOf(number)),
    logCovariance: { ...orNull(listOf(listOf(number))), description: 'Of the logarithms of the parameters, in their order.' },
    logLikelihood: { ...orNull(number), description: 'Null where it has no bound.' },
    aic: orNull(number),
    bic: orNull(number),
    iterations: integer,
    gradientNorm: { ...number, description: 'The largest derivative of the mean log-likelihood by a log-parameter, at the optimum.' },
    correlation: { ...orNull(number), description: 'Of a model of spend: of frequency and mean spend, which the model takes to be 0.' },
    leftOut: { ...integer, description: 'Of a model of spend: repeat customers whose repeat days sum to nothing or less.' },
    customers: integer,
    transactions: integer,
    purchaseDays: integer,
    timeUnit: orNull(oneOf(['day', 'week', 'month'])),
    trainedTo: { ...day, description: 'The last day of purchases that it has seen.' },
    until: { ...orNull(day), description: 'The last day that the request allowed. Fits of version 0.1.0 do not say it.' },
    population: text,
    converged: { type: 'boolean' },
    boundary: { ...orNull(text), description: 'Why the optimum is not an ordinary one.' },
    inForce: { type: 'boolean', description: 'Whether figures are scored with this fit.' },
    notInForce: { ...orNull(text), description: 'Why no figure is scored with this fit: not converged, or another one is in force. Null when it is in force.' },
    fittedAt: time,
    position: text,
  },
  ['until', 'correlation', 'leftOut'],
);

/** `ListedModel`. */
export const listedModelSchema = record({ model: text, currency: orNull(text), fitted: orNull(refer('ModelFit')) });

/** `ShownBacktest`. */
export const backtestSchema = record({
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
  calibration: listOf(record({ from: number, to: number, customers: integer, meanProbability: number, observed: number })),
  testedAt: time,
  position: text,
});

const accepted = {
  commandId: text,
  model: text,
  revision: integer,
  position: text,
  events: listOf(record({ eventId: { ...text, format: 'uuid' }, type: text, revision: integer })),
};

export const acceptedModelCommandSchema = record(accepted);

export const acceptedBacktestSchema = record({ ...accepted, backtest: refer('ModelBacktest') });
