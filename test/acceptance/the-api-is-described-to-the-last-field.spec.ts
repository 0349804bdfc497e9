import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checked-in document; the pipeline compares it with the code. */
const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../openapi.json'), 'utf8')) as {
  readonly paths: Record<
    string,
    Record<string, { readonly parameters?: readonly { readonly name: string; readonly description?: string; readonly schema?: object }[] }>
  >;
};

type Node = Readonly<Record<string, unknown>>;

/** Places where a schema does not say what it may hold. */
function* untyped(node: unknown, place: string): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  const { type, properties, items, additionalProperties, content } = node as Node;
  if (type === 'object' && properties === undefined && typeof additionalProperties !== 'object') yield `${place}: an object of anything`;
  if (additionalProperties === true) yield `${place}: takes anything besides`;
  if (type === 'array' && items === undefined) yield `${place}: a list of anything`;
  for (const [mediaType, { schema }] of Object.entries((content ?? {}) as Record<string, { schema?: object }>)) {
    if (Object.keys(schema ?? {}).length === 0) yield `${place}: ${mediaType} of anything`;
  }
  if (typeof properties === 'object') {
    const said = ['type', 'enum', 'const', '$ref', 'anyOf', 'oneOf', 'allOf'];
    for (const [name, schema] of Object.entries(properties as Record<string, object>))
      if (!said.some((keyword) => keyword in schema)) yield `${place}/${name}: of any type`;
  }
  for (const [step, inner] of Object.entries(node)) if (step !== 'examples') yield* untyped(inner, `${place}/${step}`);
}

describe('openapi.json', () => {
  it('says of every parameter what it means and what it may be', () => {
    const parameters = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) =>
        (operation.parameters ?? []).map(({ name, description, schema }) => ({ place: `${method} ${path}: ${name}`, description, schema })),
      ),
    );
    expect(parameters.length).toBeGreaterThan(100);
    expect(
      parameters.filter(({ description = '', schema = {} }) => description.length < 3 || !('type' in schema || 'enum' in schema || 'anyOf' in schema)),
    ).toEqual([]);
  });

  it('has no object, list, body or answer without the type of what is in it', () => {
    expect([...untyped(document, '')]).toEqual([]);
  });

  it('has numbers for parameters that are numbers, and tells older names apart', () => {
    const named = (path: string, wanted: string) => document.paths[path]?.['get']?.parameters?.find(({ name }) => name === wanted);
    expect(named('/v1/churn-likelihood', 'limit')?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 1_000 });
    expect(named('/v1/lifetime-value', 'margin')?.schema).toEqual({ type: 'number', minimum: 0, maximum: 1 });
    expect(named('/v1/churn-likelihood', 'asOf')).toMatchObject({ deprecated: true });
    expect(named('/v1/customers/{customerId}', 'customerId')?.schema).toEqual({ type: 'string', minLength: 1, maxLength: 128 });
  });
});
