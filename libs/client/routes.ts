import type { paths } from './api.generated.js';

/** The routes of `openapi.json` as types: parameters, body and answer of each. */
export type Method = 'get' | 'post' | 'delete';

/** The paths that have a method. */
export type Route<M extends Method> = { [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never }[keyof paths];

type Operation<M extends Method, Path extends Route<M>> = paths[Path] extends Record<M, infer Op> ? Op : never;

type Parameters<Op, Place extends 'query' | 'path' | 'header'> = Op extends { parameters: infer All }
  ? All extends { [P in Place]?: infer Given }
    ? NonNullable<Given>
    : never
  : never;

/** A query string is text: a number may be given as typed, and null or undefined is left out. */
type Typed<Query> = { [Name in keyof Query]?: (NonNullable<Query[Name]> extends number ? Query[Name] | string : Query[Name]) | null };

/** The query parameters of a route, by name. */
export type Query<Path extends Route<M>, M extends 'get' | 'post' = 'get'> = Typed<Parameters<Operation<M, Path>, 'query'>>;

type Body<Op> = Op extends { requestBody: { content: { 'application/json': infer Given } } } ? Given : never;

type Field<Name extends string, Value> = [Value] extends [never] ? unknown : { [N in Name]: Value };
type OptionalField<Name extends string, Value> = [Value] extends [never] ? unknown : { [N in Name]?: Value };

type RequestOf<Op> = OptionalField<'query', Typed<Parameters<Op, 'query'>>> &
  Field<'path', Parameters<Op, 'path'>> &
  (object extends Parameters<Op, 'header'> ? OptionalField<'header', Parameters<Op, 'header'>> : Field<'header', Parameters<Op, 'header'>>) &
  Field<'body', Body<Op>>;

/** What a call carries: those of `path`, `query`, `header` and `body` that the route has. */
export type Request<M extends Method, Path extends Route<M>> = RequestOf<Operation<M, Path>>;

/** The request of a call, optional where all of it is optional. */
export type Carried<Wanted> = object extends Wanted ? [request?: Wanted] : [request: Wanted];

type Success = 200 | 201 | 202 | 207;
type Content<Op, Type extends string> = Op extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends Success ? (Responses[Status] extends { content: { [T in Type]: infer Given } } ? Given : never) : never;
    }[keyof Responses]
  : never;

/** The JSON that a route answers; undefined where it answers nothing. */
export type Answer<M extends Method, Path extends Route<M>> = [Content<Operation<M, Path>, 'application/json'>] extends [never]
  ? undefined
  : Content<Operation<M, Path>, 'application/json'>;

/** One line of an NDJSON answer. */
export type Line<Path extends Route<'post'>> = Content<Operation<'post', Path>, 'application/x-ndjson'>;
