import { literalCell } from '../fields/numbers/literal.js';
import { ndjsonRows } from './ndjson-rows.js';

const cells = (text: string, paths: readonly string[] = ['id', 'amount']) =>
  ndjsonRows(paths, new Set([1]))
    .reader()
    .read([{ number: 1, text, problem: null }], true)
    .map((row) => row.cells)[0];

it('keeps every digit of a JSON number, in amounts and in ids', () => {
  expect(cells('{"id":12345678901234567890,"amount":1234567890123456.78}')).toEqual(['12345678901234567890', literalCell('1234567890123456.78')]);
  expect(cells('{"id":"x\\"1234567890123456789","amount":-0.12345678901234567}')).toEqual(['x"1234567890123456789', literalCell('-0.12345678901234567')]);
  expect(cells('{"id":1,"price":{"net":59.97000000000001}}', ['id', 'price.net'])).toEqual(['1', literalCell('59.97000000000001')]);
});

it('has a JSON number say that it is none of a text, and an id as it stands', () => {
  expect(cells('{"id":1.125,"amount":1.125}')).toEqual(['1.125', literalCell('1.125')]);
  expect(cells('{"id":"1.125","amount":"1.125"}')).toEqual(['1.125', '1.125']);
  expect(cells('{"id":1,"amount":12}')).toEqual(['1', '12']);
});
