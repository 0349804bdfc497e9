import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface OpenApi {
  readonly paths: Readonly<
    Record<string, { readonly post: { readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } } }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** From test/dist/fuzz to the description in the repository. */
const { paths, components }: OpenApi = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8'));

/** A body of every command from the examples in its description: accepted, or refused by a rule only. The requests are mutations of these. */
export const validCommands: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(paths).flatMap(([path, { post }]) => {
    const name = /^\/v1\/commands\/(\w+)$/.exec(path)?.[1];
    return name === undefined ? [] : [[name, exampleOf(post.requestBody.content['application/json']!.schema) as object]];
  }),
);

function exampleOf({ $ref, examples, properties, items }: Schema): unknown {
  if (examples) return examples[0];
  if ($ref) return exampleOf(components.schemas[$ref.slice('#/components/schemas/'.length)]!);
  if (items) return [exampleOf(items)];
  if (!properties) throw new Error('A field of a command has no example: give it one by @Describe.');
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, exampleOf(property)]));
}
