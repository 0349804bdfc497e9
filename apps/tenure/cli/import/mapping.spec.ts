import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WrongUsage } from '../wrong-usage.js';
import { unusedPath } from './errors-file.js';
import { mapParameter, parseMap, readMapping } from './mapping.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-mapping-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('numbers are columns by place, all else by name; quotes hold a comma', () => {
  expect(parseMap('customer_id=1, occurred_at = Date,name="Last, ""first"" = x",attribute.sector="7"')).toEqual({
    customer_id: 1,
    occurred_at: 'Date',
    name: 'Last, "first" = x',
    'attribute.sector': '7',
  });
});

it.each(['a', 'a=', '=1', 'a=1,,b=2', 'a=1 b"', ',a=1'])('"%s" is no mapping', (text) => {
  expect(() => parseMap(text)).toThrow(WrongUsage);
});

it('a field twice is a slip', () => {
  expect(() => parseMap('a=1,a=2')).toThrow('names a twice');
});

it('--map goes before --mapping', () => {
  const file = join(folder, 'mapping.json');
  writeFileSync(file, '{"customer_id": "Nr", "amount": 4}');
  expect(readMapping('amount=5', file)).toEqual({ customer_id: 'Nr', amount: 5 });
});

it.each(['{', '[]', '{"a": ["x"]}', '{"a": 1.5}'])('a mapping file with %s is refused by its name', (text) => {
  const file = join(folder, 'wrong.json');
  writeFileSync(file, text);
  expect(() => readMapping(undefined, file)).toThrow('wrong.json (--mapping)');
});

it('a mapping file may begin with a byte order mark, and is refused by name in UTF-16', () => {
  const file = join(folder, 'marked.json');
  writeFileSync(file, '\uFEFF{"customer_id": "Nr"}');
  expect(readMapping(undefined, file)).toEqual({ customer_id: 'Nr' });
  writeFileSync(file, '\uFEFF{"customer_id": "Nr"}', 'utf16le');
  expect(() => readMapping(undefined, file)).toThrow('marked.json (--mapping) is UTF-16: save it as UTF-8');
});

it('no mapping is no parameter', () => {
  expect(mapParameter({})).toBeUndefined();
  expect(mapParameter({ a: 1 })).toBe('{"a":1}');
});

it('the errors file never takes the name of one that is there', () => {
  const orders = join(folder, 'orders.csv');
  expect(unusedPath(orders, '.csv')).toBe(join(folder, 'orders.errors.csv'));
  writeFileSync(join(folder, 'orders.errors.csv'), 'mended');
  expect(unusedPath(orders, '.csv')).toBe(join(folder, 'orders.errors-2.csv'));
});
