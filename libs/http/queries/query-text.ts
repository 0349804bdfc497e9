import type { Query, ReadModel } from '@tenure/querying';
import { compileShape, jsonSchemas } from '@tenure/shape';
import type { OperationText, ParameterText } from '../openapi/operation.js';
import { refer, rowSchema } from '../openapi/refer.js';
import { answerName } from './answer-schemas.js';
import { pathParameters } from './compiled-query.js';

/** The text of a query in the API's pages: its parameters from its shape, its meaning from the definition. */
// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
export function queryText({ definition }: ReadModel, query: Query<any>): OperationText {
  const rows = query.rows !== undefined;
  return {
    summary: query.summary,
    description: `${definition.summary} Defined at \`/v1/definitions/${definition.name}\`.`,
    tag: definition.name,
    parameters: [...parametersOf(query), ...freshnessText, ...(rows ? rowFormatText : [])],
    answers: {
      200: {
        description: 'The answer, with `asOf`.',
        type: rows ? ['application/json', 'text/csv', 'application/x-ndjson'] : 'application/json',
        schema: refer(answerName(query)),
        line: rowSchema,
        ...(isPaged(query) && { headers: nextPageText }),
      },
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
const isPaged = (query: Query<any>): boolean => compileShape(query.params).fields.includes('cursor');

const nextPageText = { Link: 'Where the next page is, while there is one: `rel="next"`.', 'Tenure-Next': 'Its cursor. Absent on the last page.' };

/** Type and meaning of each parameter, from its shape. Throws for a parameter without description, so that none is missing. */
export function parametersOf(query: { readonly path: string; readonly params: new () => object }): ParameterText[] {
  const schema = jsonSchemas([query.params])[query.params.name] as { properties?: Record<string, Record<string, unknown>>; required?: string[] } | undefined;
  const inPath = pathParameters(query.path);
  return Object.entries(schema?.properties ?? {}).map(([name, { description, deprecated, ...property }]) => {
    if (typeof description !== 'string') throw new TypeError(`${query.params.name}.${name} does not say what it means: add @Describe`);
    return {
      name,
      in: inPath.includes(name) ? ('path' as const) : ('query' as const),
      required: inPath.includes(name) || (schema?.required ?? []).includes(name),
      description,
      ...(deprecated === true && { deprecated }),
      schema: property,
    };
  });
}

export const asAtText: ParameterText = {
  name: 'asAt',
  in: 'query',
  description: 'As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone.',
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

/** For any answer that can be rows. */
export const rowFormatText: readonly ParameterText[] = [
  formatText,
  {
    name: 'raw',
    in: 'query',
    description: 'CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front.',
    schema: { type: 'boolean', default: false },
  },
  { name: 'bom', in: 'query', description: 'CSV with a byte order mark, by which spreadsheets know UTF-8.', schema: { type: 'boolean', default: false } },
];
