import { IsOptional, IsString, ValidateNested } from 'class-validator';
import { compileShape } from './compile.js';
import { Nested } from './nested.js';
import { Order, Paging } from './testing/sample-shapes.js';

const order = compileShape(Order);
const good = { owner: 'C-1', price: { minor: 5, currency: 'USD' } };
const problems = (fields: object) => order.check({ ...good, ...fields });
const codes = (fields: object) => problems(fields).map(({ pointer, code }) => `${pointer} ${code}`);

it('finds nothing wrong with what has the shape', () => {
  expect(order.check(good)).toEqual([]);
  const full = {
    at: '2026-03-01T12:30:00+01:00',
    rows: [{ what: 'lamp', price: { minor: -5, currency: 'JPY' } }],
    channel: 7,
    code: 'ab',
    tags: ['aa', 'bb'],
    gift: true,
    receiver: 'a@example.com',
    weight: 1.5,
    extra: { a: [1, { b: null }] },
    day: '2024-02-29',
    every: 'P1M',
  };
  expect(problems(full)).toEqual([]);
});

it('takes null for absent where a field is optional', () => {
  expect(problems({ at: null, rows: null, code: undefined })).toEqual([]);
});

it('takes objects without a prototype, as query strings are', () => {
  expect(compileShape(Paging).check(Object.assign(Object.create(null), { limit: '10', rate: '0.5', order: 'asc' }))).toEqual([]);
});

it.each([
  [{ owner: undefined }, '/owner required'],
  [{ owner: null }, '/owner required'],
  [{ owner: 5 }, '/owner wrong-identifier'],
  [{ owner: ' a' }, '/owner wrong-identifier'],
  [{ owner: 'a\u0000b' }, '/owner wrong-identifier'],
  [{ owner: '\ud800' }, '/owner wrong-identifier'],
  [{ owner: 'a\uffff' }, '/owner wrong-identifier'],
  [{ owner: 'x'.repeat(129) }, '/owner wrong-identifier'],
  [{ at: '2026-02-30' }, '/at wrong-time'],
  [{ price: 5 }, '/price wrong-type'],
  [{ price: [] }, '/price wrong-type'],
  [{ price: { minor: 1.5, currency: 'USD' } }, '/price/minor wrong-type'],
  [{ price: { minor: 101, currency: 'USD' } }, '/price/minor out-of-range'],
  [{ price: { minor: 1, currency: 'usd' } }, '/price/currency unknown-currency'],
  [{ price: { minor: 1 } }, '/price/currency required'],
  [{ rows: {} }, '/rows wrong-type'],
  [{ rows: [] }, '/rows too-few'],
  [{ rows: [5] }, '/rows/0 wrong-type'],
  [{ rows: [{ what: '', price: good.price }] }, '/rows/0/what wrong-text'],
  [{ channel: 'wbe' }, '/channel not-allowed'],
  [{ channel: '7' }, '/channel not-allowed'],
  [{ code: 5 }, '/code wrong-type'],
  [{ code: 'A' }, '/code wrong-length'],
  [{ code: 'ABC' }, '/code wrong-format'],
  [{ tags: 'a' }, '/tags wrong-type'],
  [{ tags: ['aa', 5] }, '/tags/1 wrong-type'],
  [{ tags: ['aa', 'b'] }, '/tags/1 too-short'],
  [{ gift: 'true' }, '/gift wrong-type'],
  [{ weight: Number.NaN }, '/weight wrong-type'],
  [{ extra: [] }, '/extra wrong-type'],
  [{ gift: true, receiver: 'a' }, '/receiver is-email'],
  [{ gift: true }, '/receiver required'],
  [{ day: '2023-02-29' }, '/day wrong-day'],
  [{ every: 'P' }, '/every wrong-duration'],
  [{ ownr: 1 }, '/ownr unknown-field'],
  [{ 'a/b~c': 1 }, '/a~1b~0c unknown-field'],
])('finds in %j the problem %s', (fields, problem) => {
  expect(codes(fields)).toEqual([problem]);
});

it('refuses a body that is no object', () => {
  for (const body of [null, undefined, 5, 'x', [], true]) expect(order.check(body)).toMatchObject([{ pointer: '', code: 'wrong-type' }]);
});

it('finds all problems, not only the first', () => {
  const found = order.check({ owner: 1, price: { minor: 'x', currency: 1, more: 2 }, code: '', unknown: 1 });
  expect(found.map(({ pointer }) => pointer).toSorted()).toEqual(['/code', '/owner', '/price/currency', '/price/minor', '/price/more', '/unknown']);
});

it('says what is missing in an empty body, field by field', () => {
  expect(order.check({}).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/owner required', '/price required']);
});

it('names the field and the remedy', () => {
  expect(problems({ ownr: 1 })[0]?.detail).toBe('there is no field "ownr"; did you mean "owner"?');
  expect(problems({ order_code: 1 })[0]?.detail).toContain('there are: owner, at, price');
  expect(problems({ channel: 'wbe' })[0]?.detail).toBe('channel must be one of "web", "shop", 7; got "wbe", did you mean "web"?');
  expect(problems({ price: { minor: 1, currency: 'usd' } })[0]?.detail).toMatch(/^price\.currency .*did you mean "USD"\?$/);
  expect(problems({ rows: [{ what: 5, price: good.price }] })[0]?.detail).toMatch(/^rows\[0\]\.what must be a text/);
  expect(problems({ owner: 5 })[0]?.detail).toContain('put it in quotes, "5"');
  expect(compileShape(Paging).check({ limit: '0' })[0]?.detail).toBe('limit must be a whole number from 1 to 100; got "0"');
});

describe('hostile input', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('refuses the name %s at any depth', (name) => {
    const at = (body: string) => order.check(JSON.parse(body)).map(({ pointer, code }) => `${pointer} ${code}`);
    const price = '"price":{"minor":1,"currency":"USD"}';
    expect(at(`{"owner":"a",${price},"${name}":{}}`)).toEqual([`/${name} forbidden-field`]);
    expect(at(`{"owner":"a","price":{"minor":1,"currency":"USD","${name}":1}}`)).toEqual([`/price/${name} forbidden-field`]);
    expect(at(`{"owner":"a",${price},"extra":{"a":[{"${name}":1}]}}`)).toEqual([`/extra/a/0/${name} forbidden-field`]);
  });

  it('does not take a field from the prototype', () => {
    const body = Object.create({ owner: 'C-1' });
    body.price = good.price;
    expect(order.check(body)).toMatchObject([{ pointer: '/owner', code: 'required' }]);
  });

  it('bounds depth and number of values where the shape leaves them open', () => {
    let deep: object = {};
    for (let level = 0; level < 10_000; level += 1) deep = { deep };
    expect(problems({ extra: deep })).toMatchObject([{ code: 'too-deep' }]);
    expect(problems({ extra: { many: Array.from({ length: 5000 }, () => 0) } })).toMatchObject([{ pointer: '/extra', code: 'too-many-values' }]);
  });

  it('bounds the answer', () => {
    const found = problems(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`unknown${at}`, 1])));
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toMatchObject({ pointer: '', code: 'too-many-problems' });
    const [long] = problems({ ['x'.repeat(1_000_000)]: 1 });
    expect(JSON.stringify(long).length).toBeLessThan(1000);
  });

  it('looks no further into an array that is too long', () => {
    expect(codes({ rows: Array.from({ length: 4 }, () => ({})) })).toEqual(['/rows too-many']);
  });
});

describe('classes that cannot be compiled', () => {
  it('say which field lacks its type', () => {
    class Loose {
      @ValidateNested()
      part!: object;
    }
    expect(() => compileShape(Loose)).toThrow(/Loose\.part: declare it with Nested/);
  });
});

it('takes an empty object, and nothing else, for a class without fields', () => {
  class Bare {}
  const bare = compileShape(Bare);
  expect(bare.check({})).toEqual([]);
  expect(bare.check({ amount: 1 })).toMatchObject([{ pointer: '/amount', code: 'unknown-field' }]);
});

it('compiles a shape that holds itself, and bounds its depth', () => {
  class Branch {
    @IsString()
    name!: string;

    @IsOptional()
    @Nested(() => Branch)
    next?: Branch;
  }
  let tree: object = { name: 'leaf' };
  for (let level = 0; level < 10; level += 1) tree = { name: 'b', next: tree };
  expect(compileShape(Branch).check(tree)).toEqual([]);
  for (let level = 0; level < 10; level += 1) tree = { name: 'b', next: tree };
  expect(compileShape(Branch).check(tree)).toMatchObject([{ code: 'too-deep' }]);
});

it('compiles a class once', () => {
  expect(compileShape(Order)).toBe(order);
});
