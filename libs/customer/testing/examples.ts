import { type JsonSchema, type ShapeClass, toJsonSchema } from '@tenure/shape';
import type { Samples } from './samples.js';

interface Field {
  readonly $ref?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
}

/** Samples of an aspect whose events result from commands with the `@Describe` example in every field. */
export const examplesOf = (...shapes: readonly ShapeClass[]): Samples => shapes.map((shape) => [shape.name, exampleBody(shape)]);

/** A body of the command without its customer. */
function exampleBody(shape: ShapeClass): object {
  const { $defs = {}, properties = {} } = toJsonSchema(shape) as JsonSchema & Field & { readonly $defs?: Readonly<Record<string, Field>> };
  const { customerId: _, ...fields } = properties;
  return exampleOf(shape.name, { properties: fields }, $defs) as object;
}

function exampleOf(name: string, { $ref, examples, properties, items }: Field, nested: Readonly<Record<string, Field>>): unknown {
  if (examples) return examples[0];
  if ($ref) return exampleOf(name, nested[$ref.slice('#/$defs/'.length)]!, nested);
  if (items) return [exampleOf(name, items, nested)];
  if (!properties) throw new Error(`${name} has no example: give it one by @Describe.`);
  return Object.fromEntries(Object.entries(properties).map(([field, property]) => [field, exampleOf(`${name}.${field}`, property, nested)]));
}
