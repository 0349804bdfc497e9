import { IsOptional } from 'class-validator';
import { Describe, jsonSchemas, toJsonSchema } from './json-schema.js';
import { Nested } from './nested.js';
import { IsText } from './rules.js';
import { Order, Paging, Price } from './testing/sample-shapes.js';

it('describes a class and what is nested in it', () => {
  expect(toJsonSchema(Order)).toMatchObject({
    type: 'object',
    description: 'An order, for the specs.',
    additionalProperties: false,
    required: ['owner', 'price'],
    properties: {
      owner: { type: 'string', maxLength: 128, description: 'Whose it is.', examples: ['C-1'] },
      at: { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] },
      price: { $ref: '#/$defs/Price', description: 'What it costs.' },
      rows: { type: 'array', items: { $ref: '#/$defs/Row' }, minItems: 1, maxItems: 3 },
      code: { type: 'string', pattern: '^[a-z]+$', minLength: 2, maxLength: 4 },
      tags: { type: 'array', items: { type: 'string', minLength: 2 } },
      every: { type: 'string', format: 'duration' },
    },
    $defs: {
      Price: {
        required: ['minor', 'currency'],
        additionalProperties: false,
        properties: { minor: { type: 'integer', minimum: -5, maximum: 100 } },
      },
      Row: { properties: { price: { $ref: '#/$defs/Price' } } },
    },
  });
});

it('lists inherited fields first', () => {
  expect(Object.keys(Object(toJsonSchema(Order).properties)).slice(0, 3)).toEqual(['owner', 'at', 'price']);
});

it('collects the schemas of several classes once each, for OpenAPI', () => {
  const schemas = jsonSchemas([Order, Price, Paging]);
  expect(Object.keys(schemas).toSorted()).toEqual(['Order', 'Paging', 'Price', 'Row']);
  expect(schemas.Order).toMatchObject({ properties: { price: { $ref: '#/components/schemas/Price' } } });
  expect(schemas.Paging).toMatchObject({ properties: { limit: { type: 'integer', minimum: 1, maximum: 100 } } });
});

it('says where null means something', () => {
  class Change {
    @IsOptional()
    @IsText(10)
    @Describe('New name; null removes it.', 'Ada', { orNull: true })
    name?: string | null;

    @IsOptional()
    @Nested(() => Price)
    @Describe('New price; null removes it.', undefined, { orNull: true })
    price?: Price | null;
  }
  expect(toJsonSchema(Change).properties).toEqual({
    name: { type: ['string', 'null'], minLength: 1, maxLength: 10, description: 'New name; null removes it.', examples: ['Ada'] },
    price: { anyOf: [{ $ref: '#/$defs/Price' }, { type: 'null' }], description: 'New price; null removes it.' },
  });
});

it('refuses two classes of one name', () => {
  const other = (() => {
    class Price {
      @IsText(5)
      tag!: string;
    }
    return Price;
  })();
  expect(() => jsonSchemas([Price, other])).toThrow(/two shapes are named Price/);
});
