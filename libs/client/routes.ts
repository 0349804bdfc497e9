import type { paths } from './api.generated.js';

/** What `openapi.json` says of each route, in types: its parameters, its body, its answer. */
export type Method = 'get' | 'post' | 'delete';

/** The paths that a method is for. */
export type Route<M extends Method> = { [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never }[keyof paths];

type Operation<M extends Method, Path extends Route<M>> = paths[Path] extends Record<M, infer Op> ? Op : never;

type Parameters<Op, Place extends 'query' | 'path' | 'header'> = Op extends { parameters: infer All }
  ? All extends { [P in Place]?: infer Given }
    ? NonNullable<Given>
    : never
  : never;

/** A query string is text: a number may be given as it was typed, and what is null or undefined is left out. */
type Typed<Query> = { [Name in keyof Query]?: (NonNullable<Query[Name]> extends number ? Query[Name] | string : Query[Name]) | null };

/** What may be asked on a route, by name. */
export type Query<Path extends Route<M>, M extends 'get' | 'post' = 'get'> = Typed<Parameters<Operation<M, Path>, 'query'>>;

type Body<Op> = Op extends { requestBody: { content: { 'application/json': infer Given } } } ? Given : never;

type Field<Name extends string, Value> = [Value] extends [never] ? unknown : { [N in Name]: Value };
type OptionalField<Name extends string, Value> = [Value] extends [never] ? unknown : { [N in Name]?: Value };

type RequestOf<Op> = OptionalField<'query', Typed<Parameters<Op, 'query'>>> &
  Field<'path', Parameters<Op, 'path'>> &
  (object extends Parameters<Op, 'header'> ? OptionalField<'header', Parameters<Op, 'header'>> : Field<'header', Parameters<Op, 'header'>>) &
  Field<'body', Body<Op>>;

/** What a call carries: `path`, `query`, `header`, `body`, those that the route has. */
export type Request<M extends Method, Path extends Route<M>> = RequestOf<Operation<M, Path>>;

/** The request of a call, which may be left out where nothing in it is needed. */
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

/** One of the lines of JSON that a route answers. */
export type Line<Path extends Route<'post'>> = Content<Operation<'post', Path>, 'application/x-ndjson'>;
