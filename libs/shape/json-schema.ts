import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import { JSONSchema, targetConstructorToSchema } from 'class-validator-jsonschema';
import { fieldsOf } from './field.js';
import type { JsonSchema } from './json-schema-type.js';
import { nestingOf, type ShapeClass } from './nested.js';
import { ruleOf } from './rule.js';

/**
 * Describes a class or a field, with an example, in the schema and so in the API's pages. Null counts as absent for any optional
 * field; `orNull` is for fields where it has a meaning, such as "remove this". `deprecated`: an older name that is still
 * accepted.
 */
export function Describe(description: string, example?: unknown, { orNull = false, deprecated = false } = {}): ClassDecorator & PropertyDecorator {
  const examples = example === undefined ? {} : { examples: [example] };
  const describe = (schema: { type?: unknown; $ref?: string }): JsonSchema => ({
    ...(orNull ? nullable(schema) : schema),
    description,
    ...examples,
    ...(deprecated && { deprecated }),
  });
  return JSONSchema(describe) as ClassDecorator & PropertyDecorator;
}

function nullable(schema: { type?: unknown; $ref?: string }): JsonSchema {
  return schema.$ref === undefined ? { ...schema, type: [schema.type, 'null'] } : { anyOf: [{ $ref: schema.$ref }, { type: 'null' }] };
}

function schemaOf(type: ShapeClass, refPrefix: string): JsonSchema {
  const schema: JsonSchema = {
    ...targetConstructorToSchema(type, {
      refPointerPrefix: refPrefix,
      classValidatorMetadataStorage: getMetadataStorage(),
      additionalConverters: {
        [ValidationTypes.CUSTOM_VALIDATION]: (metadata: ValidationMetadata) => ({ ...ruleOf(metadata)?.schema }),
        [ValidationTypes.NESTED_VALIDATION]: (metadata: ValidationMetadata) => {
          const nesting = nestingOf(type, metadata.propertyName);
          return nesting ? { $ref: refPrefix + nesting.type().name } : {};
        },
      },
    }),
  };
  const names = fieldsOf(type).map(({ name }) => name);
  const properties = Object(schema.properties);
  const required = new Set(Object.values(Object(schema.required)));
  return {
    ...schema,
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    ...(required.size > 0 && { required: names.filter((name) => required.has(name)) }),
    additionalProperties: false,
  };
}

/** The schemas of some classes and of every class nested in them, by class name, for `components.schemas`. */
export function jsonSchemas(types: Iterable<ShapeClass>, refPrefix = '#/components/schemas/'): Record<string, JsonSchema> {
  const schemas = new Map<string, { type: ShapeClass; schema: JsonSchema }>();
  const add = (type: ShapeClass): void => {
    const known = schemas.get(type.name);
    if (known?.type === type) return;
    if (known) throw new TypeError(`two shapes are named ${type.name}; rename one, because a schema has one name`);
    schemas.set(type.name, { type, schema: schemaOf(type, refPrefix) });
    for (const field of fieldsOf(type)) if (field.nested) add(field.nested.type());
  };
  for (const type of types) add(type);
  return Object.fromEntries([...schemas].map(([name, { schema }]) => [name, schema]));
}

/** One class as a self-contained JSON Schema, nested shapes under `$defs`. */
export function toJsonSchema(type: ShapeClass): JsonSchema {
  const { [type.name]: own, ...nested } = jsonSchemas([type], '#/$defs/');
  return Object.keys(nested).length === 0 ? { ...own } : { ...own, $defs: nested };
}
