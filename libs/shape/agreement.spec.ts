import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { compileShape } from './compile.js';
import { isPlainObject, nestingOf, type ShapeClass } from './nested.js';
import { Order, Paging } from './testing/sample-shapes.js';

/** class-validator works on instances: converts the plain value to instances of its classes. */
function asInstance(type: ShapeClass, plain: Record<string, unknown>): object {
  const instance = new type();
  for (const [name, value] of Object.entries(plain)) {
    const nested = nestingOf(type, name)?.type();
    const convert = (part: unknown): unknown => (nested && isPlainObject(part) ? asInstance(nested, part) : part);
    instance[name] = Array.isArray(value) ? value.map(convert) : convert(value);
  }
  return instance;
}

const acceptedByClassValidator = (type: ShapeClass, body: Record<string, unknown>): boolean =>
  validateSync(asInstance(type, body), { whitelist: true, forbidNonWhitelisted: true }).length === 0;

// class-validator accepts unknown names that Object.prototype has; a compiled shape does not, see compile.spec.
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));
const unknownName = fc.string().filter((name) => !inherited.has(name));
const jsonValue = fc.jsonValue({ maxDepth: 2 }).filter((value) => ![...inherited].some((name) => JSON.stringify(value).includes(`"${name}"`)));

const currency = fc.constantFrom('USD', 'JPY', 'usd', 'XYZ', '');
const price = fc.record(
  {
    minor: fc.oneof(fc.integer({ min: -7, max: 102 }), fc.double({ min: -7, max: 102 }), jsonValue),
    currency: fc.oneof(currency, jsonValue),
  },
  { requiredKeys: [] },
);
const row = fc.record({ what: fc.oneof(fc.string({ maxLength: 12 }), jsonValue), price: fc.oneof(price, jsonValue) }, { requiredKeys: [] });
const good = fc.constant({ minor: 5, currency: 'USD' });

const orders: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      owner: fc.oneof(fc.constantFrom('C-1', 'x'), fc.string(), jsonValue),
      at: fc.oneof(fc.constantFrom('2026-03-01', '2026-02-30', '2026-03-01T00:00:00Z', '2026-03-01T00:00:00', null), jsonValue),
      price: fc.oneof({ arbitrary: good, weight: 3 }, { arbitrary: price, weight: 3 }, { arbitrary: jsonValue, weight: 1 }),
      rows: fc.oneof(fc.array(fc.record({ what: fc.constant('lamp'), price: good }), { maxLength: 4 }), fc.array(row, { maxLength: 4 }), jsonValue),
      channel: fc.oneof(fc.constantFrom('web', 'shop', 7, '7'), jsonValue),
      code: fc.oneof(fc.stringMatching(/^[a-zA-Z]{0,6}$/), jsonValue),
      tags: fc.oneof(fc.array(fc.string({ maxLength: 4 })), fc.array(jsonValue), jsonValue),
      gift: fc.oneof(fc.boolean(), jsonValue),
      weight: fc.oneof(fc.double(), jsonValue),
      extra: fc.oneof(fc.dictionary(unknownName, jsonValue, { maxKeys: 3 }), jsonValue),
      receiver: fc.oneof(fc.emailAddress(), fc.string()),
      day: fc.oneof(fc.constantFrom('2024-02-29', '2023-02-29'), jsonValue),
      every: fc.oneof(fc.constantFrom('P1M', 'PT', 'P1DT2H', 'P0D'), jsonValue),
    },
    { requiredKeys: [] },
  )
  .chain((body) =>
    fc.oneof(
      { arbitrary: fc.constant(body), weight: 5 },
      { arbitrary: fc.tuple(unknownName, jsonValue).map(([name, value]) => ({ ...body, [name]: value })), weight: 1 },
    ),
  );

/** Mostly right: one field of a right body is replaced, so that one rule decides. */
const nearlyRight = fc
  .tuple(orders, fc.constantFrom('at', 'price', 'rows', 'channel', 'code', 'tags', 'gift', 'weight', 'extra', 'day', 'every'))
  .map(([body, field]) => ({
    owner: 'C-1',
    price: { minor: 1, currency: 'USD' },
    ...(field in body && { [field]: body[field] }),
  }));

it('accepts what class-validator accepts and refuses what it refuses', () => {
  const shape = compileShape(Order);
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(fc.oneof(orders, nearlyRight), (body) => {
      const accepted = shape.check(body).length === 0;
      seen[accepted ? 'accepted' : 'refused'] += 1;
      expect(accepted).toBe(acceptedByClassValidator(Order, body));
    }),
    { numRuns: 2000 },
  );
  expect(seen.accepted).toBeGreaterThan(200);
  expect(seen.refused).toBeGreaterThan(200);
});

it('agrees on query strings too', () => {
  const text = fc.oneof(fc.integer({ min: -5, max: 105 }).map(String), fc.constantFrom('asc', 'desc', '0.5', '1.5', '1e3', ' 7', '+7', '007'), fc.string());
  fc.assert(
    fc.property(fc.record({ limit: text, rate: text, order: text }, { requiredKeys: [] }), (query) => {
      expect(compileShape(Paging).check(query).length === 0).toBe(acceptedByClassValidator(Paging, query));
    }),
    { numRuns: 1000 },
  );
});

const resolve = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((part: unknown, step) => (part as Record<string, unknown> | undefined)?.[step], value);

it('never throws on any JSON value, changes nothing, and points at what is there', () => {
  const shape = compileShape(Order);
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.json().map((text) => JSON.parse(text)),
    fc.dictionary(fc.constantFrom(...shape.fields, '__proto__', 'a/b', '~'), fc.jsonValue()),
    orders,
  );
  fc.assert(
    fc.property(anything, (value) => {
      const before = JSON.stringify(value);
      for (const { pointer, code, detail } of shape.check(value)) {
        expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(detail).not.toMatch(/undefined|\$property|\[object/);
        if (code !== 'required') expect(resolve(value, pointer)).not.toBeUndefined();
      }
      expect(JSON.stringify(value)).toBe(before);
    }),
    { numRuns: 2000 },
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
