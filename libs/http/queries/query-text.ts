import type { Query, ReadModel } from '@tenure/projecting';
import { jsonSchemas } from '@tenure/shape';
import type { OperationText, ParameterText } from '../openapi/operation.js';
import { pathParameters } from './compiled-query.js';

/** What the API's pages say of a query: its parameters from its shape, its meaning from the definition. */
// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
export function queryText({ definition }: ReadModel, query: Query<any>): OperationText {
  const rows = query.rows !== undefined;
  return {
    summary: query.summary,
    description: `${definition.summary} Defined at \`/v1/definitions/${definition.name}\`.`,
    tag: definition.name,
    parameters: [...parametersOf(query), ...freshnessText, ...(rows ? [formatText] : [])],
    answers: {
      200: {
        description: 'The answer, with `asOf`.',
        type: rows ? ['application/json', 'text/csv', 'application/x-ndjson'] : 'application/json',
        schema: answerSchema,
      },
    },
  };
}

const answerSchema = { type: 'object', required: ['asOf'], properties: { asOf: { $ref: '#/components/schemas/AsOf' } }, additionalProperties: true };

// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
function parametersOf(query: Query<any>): ParameterText[] {
  const schema = jsonSchemas([query.params])[query.params.name] as { properties?: Record<string, Record<string, unknown>>; required?: string[] } | undefined;
  const inPath = pathParameters(query.path);
  return Object.entries(schema?.properties ?? {}).map(([name, { description, ...property }]) => ({
    name,
    in: inPath.includes(name) ? ('path' as const) : ('query' as const),
    required: inPath.includes(name) || (schema?.required ?? []).includes(name),
    description: typeof description === 'string' ? description : '',
    schema: property,
  }));
}

export const asAtText: ParameterText = {
  name: 'asAt',
  in: 'query',
  description: 'As recorded by this position or RFC 3339 time.',
  schema: { type: 'string' },
};

export const freshnessText: readonly ParameterText[] = [
  {
    name: 'minPosition',
    in: 'query',
    description: 'Answer from a state that holds at least this position, e.g. that of your own command.',
    schema: { type: 'string' },
  },
  {
    name: 'timeout',
    in: 'query',
    description: 'How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute.',
    schema: { type: 'string', default: '5000' },
  },
  {
    name: 'onTimeout',
    in: 'query',
    description: '`fail` answers 503, `stale` answers with what there is.',
    schema: { type: 'string', enum: ['fail', 'stale'], default: 'fail' },
  },
  asAtText,
];

export const formatText: ParameterText = {
  name: 'format',
  in: 'query',
  description: 'Wins over `Accept`.',
  schema: { type: 'string', enum: ['json', 'csv', 'ndjson'] },
};
