import type { CommandRoute } from '../commands/command-route.js';

const acceptedBody = { content: { 'application/json': { schema: { $ref: '#/components/schemas/AcceptedCommand' } } } };
const etag = { ETag: { description: "The customer's new revision, quoted.", schema: { type: 'string' } } };

const parameters = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A fresh id for each command, the same for each retry of it; quoted or bare. It never expires.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  { name: 'If-Match', in: 'header', required: false, description: 'Only if the customer is at this revision, e.g. `"3"`.', schema: { type: 'string' } },
];

/** Each command as a path of its own, with its own body. */
export function commandOperation({ name, aspect, summary, shape }: CommandRoute): object {
  return {
    operationId: name,
    summary,
    tags: [aspect],
    parameters,
    requestBody: { required: true, content: { 'application/json': { schema: { $ref: `#/components/schemas/${shape.name}` } } } },
    responses: {
      200: {
        description: 'Accepted earlier; this repeats the original answer.',
        headers: { ...etag, 'Idempotency-Replayed': { description: '`true`', schema: { type: 'string' } } },
        ...acceptedBody,
      },
      201: { description: 'Accepted and durable.', headers: etag, ...acceptedBody },
    },
  };
}
