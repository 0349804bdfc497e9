/** JSON Schema 2020-12 of an answer or a part of one, as used in OpenAPI 3.1. */
export type Schema = { readonly [keyword: string]: unknown };

export const text: Schema = { type: 'string' };
export const integer: Schema = { type: 'integer' };
export const number: Schema = { type: 'number' };
export const scalarOrNull: Schema = { type: ['string', 'number', 'boolean', 'null'] };

export const oneOf = (words: readonly string[]): Schema => ({ type: 'string', enum: words });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const orNull = (schema: Schema): Schema =>
  typeof schema['type'] === 'string' && schema['type'] !== 'object' && schema['enum'] === undefined
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: [schema, { type: 'null' }] };

/** Every field is present unless it is listed as optional. Answers grow: a client ignores unknown fields. */
export function record(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  return { type: 'object', required: Object.keys(properties).filter((name) => !optional.includes(name)), properties };
}

/** Names from the data, each with such a value. */
export const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

export const money: Schema = record({ minor: integer, currency: text });

const beyondSafe: Schema = { type: 'string', pattern: '^-?[0-9]{16,}$' };
export const moneyTotal: Schema = record({
  minor: { anyOf: [integer, beyondSafe], description: 'Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact' },
  currency: text,
});

/** Adds to each field its description from the definition page: written once, read in both places. */
export function described(schema: Schema, fields: Readonly<Record<string, string>>): Schema {
  const properties = schema['properties'] as Readonly<Record<string, Schema>> | undefined;
  const withText = (name: string, inner: Schema): Schema => {
    const whole = described(inner, fields);
    return fields[name] === undefined ? whole : { ...whole, description: fields[name] };
  };
  return {
    ...schema,
    ...(schema['items'] !== undefined && { items: described(schema['items'] as Schema, fields) }),
    ...(schema['anyOf'] !== undefined && { anyOf: (schema['anyOf'] as Schema[]).map((each) => described(each, fields)) }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, withText(name, inner)])) }),
  };
}
