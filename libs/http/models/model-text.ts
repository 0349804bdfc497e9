import type { OperationText } from '../openapi/operation.js';
import { refer, wholeList } from '../openapi/refer.js';
import { acceptedBacktestSchema } from './model-schemas.js';

const fitted = refer('ModelFit');
const backtest = refer('ModelBacktest');
const accepted = refer('AcceptedModelCommand');

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
    200: { description: 'The fit that this key made before.', type: 'application/json', schema: fitted },
    201: { description: 'The new fit.', type: 'application/json', schema: fitted },
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

export const backtestModelText: OperationText = {
  summary: 'Test a model on the past',
  description:
    'Fits on the purchases up to `at`, scores P(no purchase within the horizon), and compares with who did not buy. Recorded as `ModelBacktested`; changes no score.',
  tag: 'models',
  parameters: [key(true)],
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/BacktestModel' } },
  answers: {
    200: { description: 'Accepted earlier; this repeats the original answer.', type: 'application/json', schema: acceptedBacktestSchema },
    201: { description: 'Tested, recorded and durable.', type: 'application/json', schema: acceptedBacktestSchema },
  },
};

export const backtestsText: OperationText = {
  summary: 'Every back-test of a model, the latest first',
  tag: 'models',
  answers: {
    200: {
      description: 'AUC, Brier score, lift of the top decile and calibration of each.',
      type: 'application/json',
      schema: wholeList(backtest),
    },
  },
};
