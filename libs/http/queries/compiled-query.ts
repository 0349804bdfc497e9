import type { Freshness, Moments, Query } from '@tenure/querying';
import { compileShape, nearest, type Shape } from '@tenure/shape';
import type { FastifyRequest } from 'fastify';
import { type AnswerFormat, answerFormat } from '../formats/answer-format.js';
import { type CsvOptions, readCsvOptions, rowFormatParameters } from '../formats/row-format.js';
import { freshnessParameters, readFreshness } from '../freshness/read-freshness.js';
import { type Fault, Problem, wrongParameter } from '../problems/problem.js';

/** A query with the compiled shape of its parameters, ready to be asked. */
export interface CompiledQuery {
  // biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
  readonly query: Query<any>;
  readonly shape: Shape;
  /** All parameters that the query string may hold. */
  readonly known: ReadonlySet<string>;
  readonly formats: readonly [AnswerFormat, ...AnswerFormat[]];
}

export interface ReadRequest {
  readonly params: Record<string, string>;
  readonly freshness: Freshness;
  readonly format: AnswerFormat;
  readonly csv: CsvOptions;
}

const ofTheEdge: readonly string[] = [...freshnessParameters, ...rowFormatParameters];

// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
export function compileQuery(query: Query<any>): CompiledQuery {
  const shape = compileShape(query.params);
  const inPath = new Set(pathParameters(query.path));
  const known = new Set([...shape.fields.filter((field) => !inPath.has(field)), ...ofTheEdge]);
  return { query, shape, known, formats: query.rows ? ['json', 'csv', 'ndjson'] : ['json'] };
}

export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
}

/** Throws a `Problem` with every parameter that is wrong. */
export function readRequest({ query, shape, known, formats }: CompiledQuery, request: FastifyRequest, moments: Moments): ReadRequest {
  const given = request.query as Record<string, unknown>;
  const params: Record<string, string> = { ...(request.params as Record<string, string>) };
  for (const name in given) {
    if (!known.has(name)) throw unknownParameter(name, known);
    if (Array.isArray(given[name])) throw wrongParameter(name, 'repeated', 'is given more than once; give it once');
    if (!ofTheEdge.includes(name)) params[name] = given[name] as string;
  }
  requireShape(query.name, shape, params);
  const format = answerFormat(request, formats);
  return { params, freshness: readFreshness(given, moments), format, csv: readCsvOptions(given, format) };
}

/** Picks the parameters of a shape from those given. Throws a `Problem` with every one that is wrong. */
export function checkParameters(what: string, shape: Shape, given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const params: Record<string, string> = {};
  for (const name of shape.fields) if (given[name] !== undefined) params[name] = given[name];
  requireShape(what, shape, params);
  return params;
}

function requireShape(what: string, shape: Shape, params: object): void {
  const faults: readonly Fault[] = shape.check(params);
  if (faults.length > 0) throw new Problem('invalid-parameter', `${what}: ${faults[0]!.detail}`, { errors: faults });
}

/** For routes whose few parameters are read by hand. */
export function refuseUnknownParameters(request: FastifyRequest, known: ReadonlySet<string>): Record<string, string | undefined> {
  const given = request.query as Record<string, unknown>;
  for (const name in given) {
    if (!known.has(name)) throw unknownParameter(name, known);
    if (Array.isArray(given[name])) throw wrongParameter(name, 'repeated', 'is given more than once; give it once');
  }
  return given as Record<string, string | undefined>;
}

function unknownParameter(name: string, known: ReadonlySet<string>): Problem {
  const shown = name.slice(0, 64);
  const meant = nearest(name, known);
  return wrongParameter(
    shown,
    'unknown-parameter',
    meant ? `is not a parameter here; did you mean ${meant}?` : `is not a parameter here; there are ${[...known].join(', ')}`,
  );
}
