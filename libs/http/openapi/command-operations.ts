import { commandParameters } from '../commands/command-parameters.js';
import type { CommandRoute } from '../commands/command-route.js';

const acceptedBody = { content: { 'application/json': { schema: { $ref: '#/components/schemas/AcceptedCommand' } } } };
const etag = { ETag: { description: "The customer's new revision, quoted.", schema: { type: 'string' } } };

/** Each command as a path with a body of its own. */
export function commandOperation({ name, aspect, summary, shape }: CommandRoute): object {
  return {
    operationId: name,
    summary,
    tags: [aspect],
    parameters: commandParameters('customer'),
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
