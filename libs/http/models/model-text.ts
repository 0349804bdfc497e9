import type { OperationText } from '../openapi/operation.js';

export const fittedSchema = {
  type: 'object',
  required: ['model', 'parameters', 'converged', 'position'],
  properties: {
    model: { type: 'string' },
    currency: { type: ['string', 'null'], description: 'Of a model of spend: the one its parameters are in.' },
    parameters: { type: 'object', additionalProperties: { type: 'number' } },
    standardErrors: { type: ['object', 'null'], additionalProperties: { type: 'number' } },
    logLikelihood: { type: ['number', 'null'], description: 'Null where it has no bound.' },
    converged: { type: 'boolean' },
    boundary: { type: ['string', 'null'], description: 'Why the optimum is not an ordinary one.' },
    inForce: { type: 'boolean', description: 'Whether figures are scored with this fit.' },
    notInForce: {
      type: ['string', 'null'],
      description: 'Why no figure is scored with this fit: not converged, or another one is in force. Null when it is in force.',
    },
    position: { type: 'string' },
  },
  additionalProperties: true,
};

const key = (required: boolean) => ({
  name: 'Idempotency-Key',
  in: 'header' as const,
  required,
  description: 'A fresh id for each fit, the same for each retry of it.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
});

export const fitText: OperationText = {
  summary: 'Fit a model anew, and see the fit',
  description: 'As the command `FitModel`; answers with the fit itself. Without a key every request is a new fit.',
  tag: 'models',
  parameters: [key(false)],
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/FitModelRequest' } },
  answers: {
    200: { description: 'The fit that this key made before.', type: 'application/json', schema: fittedSchema },
    201: { description: 'The new fit.', type: 'application/json', schema: fittedSchema },
  },
};

const accepted = {
  type: 'object',
  required: ['commandId', 'model', 'revision', 'position', 'events'],
  properties: {
    commandId: { type: 'string' },
    model: { type: 'string' },
    revision: { type: 'integer' },
    position: { type: 'string' },
    events: { type: 'array', items: { type: 'object', additionalProperties: true } },
  },
};

export const fitModelText: OperationText = {
  summary: 'Fit a model anew',
  description:
    'Recorded as `ModelFitted`. A fit with no `until`, no `population` and the default unit is in force from then on, unless another is promoted; any other fit is only tried.',
  tag: 'models',
  parameters: [key(true)],
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/FitModel' } },
  answers: {
    200: { description: 'Accepted earlier; this repeats the original answer.', type: 'application/json', schema: accepted },
    201: { description: 'Recorded and durable.', type: 'application/json', schema: accepted },
  },
};

export const promoteModelText: OperationText = {
  summary: 'Put one fit of a model into force',
  description:
    'Recorded as `ModelPromoted`. Figures are scored with that fit until another is promoted or it is retired; later fits change nothing. Per currency.',
  tag: 'models',
  parameters: [key(true)],
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/PromoteModel' } },
  answers: fitModelText.answers,
};

export const retireModelText: OperationText = {
  summary: 'Take the promotion of a model back',
  description: 'Recorded as `ModelRetired`. In force is again the latest fit with no `until`, no `population` and the default unit.',
  tag: 'models',
  parameters: [key(true)],
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/RetireModel' } },
  answers: fitModelText.answers,
};

const backtestSchema = {
  type: 'object',
  required: ['model', 'at', 'horizon', 'until', 'customers', 'baseRate', 'auc', 'brier', 'calibration'],
  properties: {
    model: { type: 'string' },
    at: { type: 'string', description: 'Last day that the model was fitted on.' },
    horizon: { type: 'string' },
    until: { type: 'string', description: 'Last day of what happened.' },
    customers: { type: 'integer' },
    baseRate: { type: 'number', description: 'Share of customers who did not buy within the horizon.' },
    meanProbability: { type: 'number' },
    auc: { type: ['number', 'null'], description: 'Null where all or none of them bought.' },
    brier: { type: 'number' },
    topDecileLift: { type: ['number', 'null'] },
    calibration: { type: 'array', items: { type: 'object', additionalProperties: { type: 'number' } } },
    position: { type: 'string' },
  },
  additionalProperties: true,
};

const tested = { ...accepted, properties: { ...accepted.properties, backtest: backtestSchema } };

export const backtestModelText: OperationText = {
  summary: 'Test a model on the past',
  description:
    'Fits on the purchases up to `at`, scores P(no purchase within the horizon), and compares with who did not buy. Recorded as `ModelBacktested`; changes no score.',
  tag: 'models',
  parameters: [key(true)],
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/BacktestModel' } },
  answers: {
    200: { description: 'Accepted earlier; this repeats the original answer.', type: 'application/json', schema: tested },
    201: { description: 'Tested, recorded and durable.', type: 'application/json', schema: tested },
  },
};

export const backtestsText: OperationText = {
  summary: 'Every back-test of a model, the latest first',
  tag: 'models',
  answers: {
    200: {
      description: 'AUC, Brier score, lift of the top decile and calibration of each.',
      type: 'application/json',
      schema: { type: 'object', required: ['items', 'next'], properties: { items: { type: 'array', items: backtestSchema }, next: { type: 'null' } } },
    },
  },
};
