import type { ParameterText } from '../openapi/operation.js';

/** Parameters of every command beside its body. `what` names what has the revision: a customer, a model. */
export const commandParameters = (what: string): readonly ParameterText[] => [
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A fresh id for each command, the same for each retry of it; quoted or bare. It never expires.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  { name: 'If-Match', in: 'header', required: false, description: `Only if the ${what} is at this revision, e.g. \`"3"\`.`, schema: { type: 'string' } },
];
