import type { INestApplication } from '@nestjs/common';
import { policyOf } from '../authorisation/allow.js';
import { type Route, routesOf } from '../authorisation/routes.js';
import { defaultSettings, type HttpParts } from '../parts.js';
import { commandOperation } from './command-operations.js';
import { type AnswerText, type OperationText, operationOf, type ParameterText } from './operation.js';
import { refusalsOf, refusalsOfCommands, sharedResponses } from './refusals.js';
import { componentSchemas } from './schemas.js';
import { sorted } from './sorted.js';
import { tagsOf } from './tags.js';

type Member = Record<string, unknown>;

/**
 * OpenAPI 3.1 of every route of the application. `@nestjs/swagger` walks the application, so that no route can be
 * missing; the texts come from `@Operation`, the bodies from the shapes. The same application gives the same bytes.
 */
export async function buildOpenApi(app: INestApplication, parts: HttpParts): Promise<object> {
  // Loaded here because it takes a fifth of a second, which would delay the start.
  const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  const { version } = { ...defaultSettings, ...parts.settings };
  const about =
    'Commands in, events kept for ever, read models out. Times are RFC 3339, money is `{"minor", "currency"}` in whole minor units, durations are ISO 8601. ' +
    'A total beyond 2^53 - 1 has its `minor` as a decimal string, because a JSON number would not be exact; amounts of commands are always numbers.';
  const config = new DocumentBuilder()
    .setTitle('Tenure')
    .setDescription(about)
    .setVersion(version)
    .setLicense('Apache-2.0', '')
    .setOpenAPIVersion('3.1.0')
    .build();
  const walked = SwaggerModule.createDocument(app, config);
  const routes = new Map(routesOf(app).map((route) => [`${route.method} ${inBraces(route.path)}`, route]));
  const paths: Record<string, Member> = {};
  for (const [path, item] of Object.entries(walked.paths)) {
    for (const method of Object.keys(item)) {
      const route = routes.get(`${method.toUpperCase()} ${path}`);
      if (!route) throw new Error(`${method} ${path} is served by nobody we know`);
      for (const [documented, operation] of operationsOf(path, route, parts)) paths[documented] = { ...paths[documented], [method]: operation };
    }
  }
  return sorted({
    openapi: '3.1.0',
    info: { title: 'Tenure', description: about, version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: tagsOf(paths, parts),
    paths,
    components: {
      schemas: componentSchemas(parts),
      responses: sharedResponses,
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key.' } },
    },
  });
}

/** The one route that takes any command becomes a path for each command. */
function operationsOf(path: string, route: Route, { commands = [], ports }: HttpParts): Array<[path: string, operation: Member]> {
  const guarded = guardOf(route);
  if (path !== '/v1/commands/{name}') return [[path, { ...operation(path, route, ports), ...guarded }]];
  return commands.map((command) => {
    const described = commandOperation(command) as { responses: object };
    const refusals = refusalsOf({ guarded: true, hasPathParameters: false, hasBody: true });
    return [`/v1/commands/${command.name}`, { ...described, ...guarded, responses: { ...described.responses, ...refusals, ...refusalsOfCommands } }];
  });
}

function guardOf({ handler }: Route): Member {
  const policy = policyOf(handler);
  return policy === undefined || policy === 'public' ? { security: [] } : { security: [{ key: [] }], 'x-roles': [...policy].sort() };
}

const isGuarded = ({ handler }: Route): boolean => policyOf(handler) !== 'public';

function operation(path: string, route: Route, { importer }: HttpParts['ports']): Member {
  const words = path === '/v1/imports/{kind}' && importer ? { enum: importer.kinds } : {};
  const text: OperationText = operationOf(route.handler) ?? { summary: route.handlerName };
  const { summary, description, tag = path.split('/')[2] ?? 'tenure', isCommand, takesSecret = false, parameters = [], body, answers = {} } = text;
  const named = new Set(parameters.map(({ name }) => name));
  const unnamed = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).filter((name) => !named.has(name));
  const ofPath: ParameterText[] = unnamed.map((name) => ({ name, in: 'path', description: pathParameter(name, path), schema: { type: 'string', ...words } }));
  const all = [...ofPath, ...parameters];
  return {
    operationId: operationId(route, path),
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    ...(all.length === 0 ? {} : { parameters: all.map(parameter) }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, ...(body.description === undefined ? {} : { description: body.description }), content: content(body) } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answered(answer)])),
      ...refusalsOf({ guarded: isGuarded(route) || takesSecret, hasPathParameters: path.includes('{'), hasBody: body !== undefined }),
      ...(isCommand && refusalsOfCommands),
    },
  };
}

/** By their place in a path: the same name may mean something else elsewhere. */
const pathParameters: Readonly<Record<string, string>> = {
  'customers/{customerId}': 'Id of the customer.',
  'definitions/{name}': 'Name of the figure, as `/v1/definitions` lists it.',
  'docs/{file}': 'Name of the part.',
  'assets/{file}': 'Name of the part.',
  'exports/{exportId}': 'As the header `Tenure-Export` of the export gave it.',
  'imports/{kind}': 'What the rows are about.',
  'keys/{keyId}': 'Of the key: its first part, which the list of keys shows.',
  'models/{model}': 'Name of the model.',
  'parked/{projection}': 'Name of the read model.',
  '{projection}/{customerId}': 'Id of the customer.',
  'rebuilds/{id}': 'Of the rebuild, as starting it gave it.',
  'streams/{kind}': 'The kind of stream, such as `model`.',
  '{kind}/{id}': 'Which stream of the kind, such as the name of a model.',
};

function pathParameter(name: string, path: string): string {
  const place = Object.keys(pathParameters).find((key) => key.endsWith(`{${name}}`) && path.includes(`/${key}`));
  if (place === undefined) throw new TypeError(`${path}: nothing says what {${name}} is; add it here or to the operation's parameters`);
  return pathParameters[place]!;
}

/** `getV1CustomersByCustomerIdEvents`: made of method and path, so that renaming a class does not change it. */
function operationId({ method }: Route, path: string): string {
  const words = path.split(/[/.-]/).filter((word) => word !== '');
  const named = words.map((word) => (word.startsWith('{') ? `By${capital(word.slice(1, -1))}` : capital(word)));
  return method.toLowerCase() + named.join('');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const inBraces = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function parameter({ name, in: place, description, required, deprecated, schema = { type: 'string' } }: ParameterText): Member {
  return { name, in: place, required: place === 'path' || required === true, description, ...(deprecated && { deprecated }), schema };
}

const isText = (type: string): boolean => type.startsWith('text/');
const bytes = { type: 'string', format: 'binary' };

type Body = Pick<AnswerText, 'type' | 'schema' | 'line'>;

function content({ type, schema = {}, line = schema }: Body): Member {
  const schemaOf = (one: string): object => (one === 'application/x-ndjson' ? line : /json/.test(one) ? schema : isText(one) ? { type: 'string' } : bytes);
  return Object.fromEntries([type ?? []].flat().map((one) => [one, { schema: schemaOf(one) }]));
}

function answered(answer: AnswerText): Member {
  const headers = Object.entries(answer.headers ?? {}).map(([name, description]) => [name, { description, schema: { type: 'string' } }]);
  return {
    description: answer.description,
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
    ...(answer.type === undefined ? {} : { content: content(answer) }),
  };
}
