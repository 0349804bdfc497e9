import type { OperationText } from '../openapi/operation.js';

export const fittedSchema = { type: 'object', required: ['model', 'parameters', 'converged', 'position'], additionalProperties: true };

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
  description: 'Recorded as `ModelFitted`; from then on figures are scored with it.',
  tag: 'models',
  parameters: [key(true)],
  body: { type: 'application/json', schema: { $ref: '#/components/schemas/FitModel' } },
  answers: {
    200: { description: 'Accepted earlier; this repeats the original answer.', type: 'application/json', schema: accepted },
    201: { description: 'Fitted and durable.', type: 'application/json', schema: accepted },
  },
};
