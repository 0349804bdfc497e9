import { type JsonSchema, type ShapeClass, toJsonSchema } from '@tenure/shape';
import fc from 'fast-check';
import { now } from './story.js';

interface Field {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly anyOf?: readonly Field[];
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Field | false;
  readonly exclusiveMinimum?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

// Few ids and small amounts, so that commands concern each other's things.
const id = fc.constantFrom('1', '2', '3');
const currency = fc.constantFrom('USD', 'USD', 'EUR');
const text = fc.constantFrom('a', 'b');
const optional = <T>(value: fc.Arbitrary<T>, likely: boolean) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: likely ? 1 : 2 }, { arbitrary: value, weight: likely ? 3 : 1 });
// Mostly now: at random moments most commands are refused for being earlier than what they follow.
const when = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 4 },
  {
    arbitrary: fc.tuple(fc.integer({ min: -400, max: 1 }), fc.boolean()).map(([days, dayOnly]) => {
      const text = new Date(now + days * 86_400_000).toISOString();
      return dayOnly ? text.slice(0, 10) : text;
    }),
    weight: 1,
  },
);

/** Bodies of a command, as its class describes them: every possible field, all but ids left out more often than not. */
export function arbitraryBody(shape: ShapeClass): fc.Arbitrary<object> {
  const { $defs = {}, ...schema } = toJsonSchema(shape) as JsonSchema & Field & { readonly $defs?: Readonly<Record<string, Field>> };
  return recordOf(schema, $defs);
}

function recordOf({ properties = {}, required = [] }: Field, nested: Readonly<Record<string, Field>>): fc.Arbitrary<object> {
  const fields = Object.entries(properties).map(([name, field]) => {
    if (name === 'customerId') return [name, fc.constant('C-1')];
    if (name === 'occurredAt') return [name, when];
    const value = arbitraryOf(name, field, nested);
    return [name, required.includes(name) ? value : optional(value, name.endsWith('Id'))];
  });
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>).map((body) => JSON.parse(JSON.stringify(body)) as object);
}

function arbitraryOf(name: string, field: Field, nested: Readonly<Record<string, Field>>): fc.Arbitrary<unknown> {
  const types = [field.type, ...(field.anyOf ?? []).map(({ type }) => type)].flat();
  const value = arbitraryPresent(name, field, nested);
  return types.includes('null') ? fc.oneof({ arbitrary: value, weight: 2 }, fc.constant(null)) : value;
}

function arbitraryPresent(name: string, field: Field, nested: Readonly<Record<string, Field>>): fc.Arbitrary<unknown> {
  const { type, enum: words, format, anyOf, items, additionalProperties, exclusiveMinimum, minimum = -1, maximum = 11, examples = [] } = field;
  const $ref = field.$ref ?? anyOf?.find((one) => one.$ref)?.$ref;
  if ($ref) return recordOf(nested[$ref.slice('#/$defs/'.length)]!, nested);
  if (words) return fc.constantFrom(...words);
  if (items) return fc.array(arbitraryOf(name, items, nested), { minLength: 1, maxLength: 3 });
  if (anyOf) return fc.constantFrom('2026-03-15', '2026-12-31');
  if (format === 'duration') return fc.constantFrom('P1M', 'P1Y');
  if (additionalProperties) return fc.record({ region: arbitraryOf('region', { ...additionalProperties, examples: ['n'] }, nested) });
  if (name.endsWith('Id')) return id;
  if (name === 'currency') return currency;
  if (type === 'integer') return fc.integer({ min: -2, max: 100 });
  if ([type].flat().includes('number') && ![type].flat().includes('string'))
    return fc.oneof(fc.constantFrom(...examples), fc.integer({ min: exclusiveMinimum === undefined ? Math.max(-1, minimum) : 1, max: Math.min(11, maximum) }));
  return field.pattern === undefined && format === undefined ? text : fc.constantFrom(...examples);
}
