import { documentText } from './document.js';
import { bar, moneyText, percent } from './figures.js';
import { isColourful } from './style.js';
import { factsOf, printable, tableOf } from './table.js';

it('a table has no borders, right-aligned numbers, and a dash for what is not there', () => {
  const items = [
    { name: 'Ada', count: 1_234_567 },
    { name: null, count: 0 },
  ];
  const text = tableOf(items, [
    { title: 'name', value: ({ name }) => name },
    { title: 'count', align: 'right', value: ({ count }) => count },
  ]);
  expect(text).toBe('name      count\nAda   1,234,567\n-             0');
});

it('facts stand below each other', () => {
  expect(
    factsOf([
      ['a', 1],
      ['long', 'x'],
      ['none', null],
    ]),
  ).toBe('a     1\nlong  x\nnone  -');
});

it('control characters from outside never reach the terminal', () => {
  expect(printable('a\u001B]0;evil\u0007b\u001B[2Jc\nd')).toBe('a\uFFFD]0;evil\uFFFDb\uFFFD[2Jc d');
});

it.each([
  [{ minor: 250_031_563, currency: 'USD' }, '$2,500,315.63'],
  [{ minor: -5, currency: 'EUR' }, '-€0.05'],
  [{ minor: 1_177, currency: 'JPY' }, '¥1,177'],
  [{ minor: Number.MAX_SAFE_INTEGER, currency: 'USD' }, '$90,071,992,547,409.91'],
  [{ minor: '-990000000000000001', currency: 'USD' }, '-$9,900,000,000,000,000.01'],
  [{ minor: 1_500, currency: 'KWD' }, 'KWD\u00A01.500'],
])('money %o is %s, exactly', (amount, text) => {
  expect(moneyText(amount)).toBe(text);
});

it('a rate that is nearly nothing or nearly everything is not shown as such', () => {
  expect([0, 0.0001, 0.1474637, 0.9999, 1].map((rate) => percent(rate))).toEqual(['0.0%', '<0.1%', '14.7%', '>99.9%', '100.0%']);
});

it('bars are to scale, and something is never nothing', () => {
  expect(bar(100, 100, 4)).toBe('████');
  expect(bar(50, 100, 4)).toBe('██');
  expect(bar(1, 1_000_000, 4)).toBe('▏');
  expect(bar(0, 100, 4)).toBe('');
});

it('a document is shown with what is inside indented and lists as tables', () => {
  const text = documentText({ id: 'C-1', spend: { minor: 1177, currency: 'USD' }, log: { ok: true }, rows: [{ a: 1 }, { b: null }], none: [] });
  expect(text).toBe(['id     C-1', 'spend  $11.77', 'log', '  ok  yes', 'rows', '  a  b', '  1  -', '  -  -', 'none   none'].join('\n'));
});

it('colour is for terminals whose owner has not asked for none', () => {
  expect(isColourful({ isTTY: true }, {})).toBe(true);
  expect(isColourful({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(isColourful({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(isColourful({}, {})).toBe(false);
});
