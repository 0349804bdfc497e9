import { commandParameters } from '../commands/command-parameters.js';
import type { OperationText } from '../openapi/operation.js';
import { refer, wholeList } from '../openapi/refer.js';
import { acceptedBacktestSchema } from './model-schemas.js';

const fitted = refer('ModelFit');
const backtest = refer('ModelBacktest');
const accepted = refer('AcceptedModelCommand');

const parameters = commandParameters('model');
const keyMayBeLeftOut = parameters.map((each) => ({ ...each, required: false }));
const headers = { ETag: 'The new revision of the model, quoted.' };
const replayed = { ...headers, 'Idempotency-Replayed': '`true`' };

export const fitText: OperationText = {
  summary: 'Fit a model anew, and see the fit',
  description: 'As the command `FitModel`; answers with the fit itself. Without a key every request is a new fit.',
  tag: 'models',
  isCommand: true,
  parameters: keyMayBeLeftOut,
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/FitModelRequest' } },
  answers: {
    200: { description: 'The fit that this key made before.', headers: replayed, type: 'application/json', schema: fitted },
    201: { description: 'The new fit.', headers, type: 'application/json', schema: fitted },
  },
};

export const fitModelText: OperationText = {
  summary: 'Fit a model anew',
  description:
    'Recorded as `ModelFitted`. A fit with no `until`, no `population` and the default unit is in force from then on, unless another is promoted; any other fit is only tried.',
  tag: 'models',
  isCommand: true,
  parameters,
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/FitModel' } },
  answers: {
    200: { description: 'Accepted earlier; this repeats the original answer.', headers: replayed, type: 'application/json', schema: accepted },
    201: { description: 'Recorded and durable.', headers, type: 'application/json', schema: accepted },
  },
};

export const backtestModelText: OperationText = {
  summary: 'Test a model on the past',
  description:
    'Fits on the purchases up to `at`, scores P(no purchase within the horizon), and compares with who did not buy; with a `campaign`, says what contacting the most likely would have brought. Recorded as `ModelBacktested`; changes no score.',
  tag: 'models',
  isCommand: true,
  parameters,
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/BacktestModel' } },
  answers: {
    200: { description: 'Accepted earlier; this repeats the original answer.', headers: replayed, type: 'application/json', schema: acceptedBacktestSchema },
    201: { description: 'Tested, recorded and durable.', headers, type: 'application/json', schema: acceptedBacktestSchema },
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
