import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer, Client } from './client.js';

type Node = { [keyword: string]: unknown };
interface Declared {
  readonly $ref?: string;
  readonly content?: Record<string, { schema: object }>;
}
interface Operation {
  readonly responses: Record<string, Declared>;
}
interface OpenApi {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly responses: Record<string, Declared> };
}

/** Checks answers against `/openapi.json`: each field is declared, and has its type. */
export class DeclaredAnswers {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #routes: { readonly operation: string; readonly pattern: RegExp; readonly responses: Operation['responses'] }[];
  /** Operations with an answer in JSON that have succeeded so far. */
  readonly seen = new Set<string>();

  private constructor(private readonly document: OpenApi) {
    this.#ajv.addSchema(closed(document) as object, 'openapi');
    this.#routes = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { responses }]) => ({
        operation: `${method.toUpperCase()} ${path}`,
        pattern: new RegExp(`^${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '[^/]+')}$`),
        responses,
      })),
    );
  }

  static async of(client: Client): Promise<DeclaredAnswers> {
    return new DeclaredAnswers(await client.get<OpenApi & Record<string, unknown>>('/openapi.json'));
  }

  /** Every operation that declares an answer in JSON. */
  get operations(): string[] {
    const inJson = ({ responses }: { responses: Operation['responses'] }) =>
      Object.entries(responses).some(([status, { content = {} }]) => status.startsWith('2') && Object.keys(content).some((type) => /json$/.test(type)));
    return this.#routes.filter(inJson).map(({ operation }) => operation);
  }

  /** Violations of an answer, a sentence each; empty when it is as declared. */
  faultsOf(method: string, url: string, { status, headers, text }: Answer): string[] {
    const asked = `${method} ${url.split('?')[0]}`;
    const found = this.#routes.find(({ operation }) => operation === asked) ?? this.#routes.find(({ pattern }) => pattern.test(asked));
    if (found === undefined) return [`${asked} is no path of /openapi.json`];
    const { operation, responses } = found;
    const { pointer, declared } = this.#declared(operation, responses, String(status));
    if (declared === undefined) return [`${operation} answers ${status}, which is not declared`];
    const type = (headers.get('content-type') ?? '').split(';')[0]!;
    if (declared.content === undefined) return text === '' ? [] : [`${operation} ${status} has a body, and none is declared`];
    if (declared.content[type] === undefined) return [`${operation} ${status} is ${type}, which is not declared`];
    if (!type.includes('json')) return [];
    const valid = this.#validator([...pointer, 'content', type, 'schema']);
    const bodies = (type === 'application/x-ndjson' ? text.split('\n').filter((line) => line !== '') : [text]).map((body) => JSON.parse(body) as unknown);
    const wrong = bodies.find((body) => !valid(body));
    if (status < 300) this.seen.add(operation);
    if (wrong === undefined) return [];
    valid(wrong);
    return (valid.errors ?? [])
      .slice(0, 8)
      .map(({ instancePath, message, params }) => `${operation} ${url}: ${instancePath} ${message} ${JSON.stringify(params)}`);
  }

  /** Violations of the schema of this name in `components`, a sentence each. */
  faultsOfSchema(name: string, value: unknown): string[] {
    const valid = this.#validator(['components', 'schemas', name]);
    return valid(value) ? [] : (valid.errors ?? []).map(({ instancePath, message, params }) => `${name}${instancePath} ${message} ${JSON.stringify(params)}`);
  }

  /** The declaration of a status and its place: in the operation, or shared between operations. */
  #declared(operation: string, responses: Operation['responses'], status: string): { pointer: string[]; declared: Declared | undefined } {
    const shared = responses[status]?.$ref?.split('/').at(-1);
    if (shared !== undefined) return { pointer: ['components', 'responses', shared], declared: this.document.components.responses[shared] };
    const [method, path] = operation.split(' ') as [string, string];
    return { pointer: ['paths', path, method.toLowerCase(), 'responses', status], declared: responses[status] };
  }

  #validator(steps: readonly string[]): ValidateFunction {
    const pointer = steps.map(escaped).join('/');
    const known = this.#validators.get(pointer) ?? this.#ajv.compile({ $ref: `openapi#/${pointer}` });
    this.#validators.set(pointer, known);
    return known;
  }
}

const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The same schemas, in which undeclared fields are invalid. Only problems may have members of their own (RFC 9457). */
function closed(node: unknown, name = ''): unknown {
  if (Array.isArray(node)) return node.map((each) => closed(each));
  if (typeof node !== 'object' || node === null) return node;
  const inner: Node = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value, key)]));
  const isRecord = inner['type'] === 'object' && typeof inner['properties'] === 'object';
  return isRecord && inner['additionalProperties'] === undefined && name !== 'Problem' ? { ...inner, additionalProperties: false } : inner;
}
