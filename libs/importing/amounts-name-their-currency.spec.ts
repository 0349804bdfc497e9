import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

const file = (...amounts: string[]): string => ['customer_id;occurred_at;amount', ...amounts.map((amount, at) => `C${at};2026-10-01;${amount}`), ''].join('\n');
const none = { currency: undefined };

describe('without a currency of the whole file', () => {
  it.each<[string, string[], string]>([
    ['a code and a sign', ['12.50 EUR', '€12.50'], 'EUR'],
    ['a decimal comma', ['1.234,50 €', '-2,00 €'], 'EUR'],
    ['pounds', ['£1,234.50', '3'], 'GBP'],
    ['a code beside a sign of several', ['$12.50 CAD', 'CAD 3'], 'CAD'],
    ['yen', ['JPY 1,234', '1,235 JPY'], 'JPY'],
  ])('cells that agree give it: %s', async (_, amounts, currency) => {
    const { result } = await imported(file(...amounts), none);
    expect(result).toMatchObject({ accepted: 2, rejected: 0, amount: [{ currency }], readAs: { currency } });
    expect(result.notes).toContainEqual(expect.stringContaining(`currency ${currency}, as the cells say`));
  });

  it('each row has its own where every cell names one', async () => {
    const { result } = await imported(file('12.50 EUR', 'USD 3.00', '£4'), none);
    expect(result).toMatchObject({ accepted: 3, rejected: 0 });
    expect(result.amount.map(({ minor, currency }) => `${minor} ${currency}`).sort()).toEqual(['1250 EUR', '300 USD', '400 GBP']);
    expect(result.readAs.currency).toBeUndefined();
  });

  it.each<[string, string[], RegExp]>([
    ['name none', ['12.50', '3'], /has no currency.*--currency USD/],
    ['disagree beside one that names none', ['12.50 EUR', '3 USD', '4'], /the cells say EUR and USD.*name none.*--currency EUR/],
    ['have a sign of several', ['$12.50', '$3'], /the cells say "\$".*--currency USD/],
    ['have a crown beside a code', ['12.50 EUR', '3 kr'], /the cells say EUR and "kr".*--currency EUR/],
    ['have a yen or yuan', ['¥12', '¥3'], /the cells say "¥".*--currency JPY/],
  ])('cells that %s are refused', async (_, amounts, message) => {
    await expect(imported(file(...amounts), none)).rejects.toThrow(
      expect.objectContaining({ code: 'currency-missing', message: expect.stringMatching(message) }),
    );
  });

  it('two amounts of a row in two currencies are refused with the row', async () => {
    const text = 'customer_id,occurred_at,amount,refunded_amount\nA,2026-10-01,10 EUR,3 USD\nB,2026-10-01,10 USD,3 USD\n';
    const { result, rejected } = await imported(text, none);
    expect(result).toMatchObject({ accepted: 1 });
    expect(rejected).toMatchObject([{ code: 'other-currency' }]);
  });

  it('what is given goes before what the cells say, which must fit', async () => {
    expect((await imported(file('12.50 EUR', '3'), { currency: 'USD' })).rejected).toMatchObject([{ code: 'other-currency' }]);
  });

  it('a row is the same one, whether the currency was given or read', async () => {
    const sink = new MemorySink();
    await imported(file('12.50 EUR', '3'), { currency: 'EUR' }, { sink });
    expect((await imported(file('12.50 EUR', '3'), none, { sink })).result).toMatchObject({ accepted: 0, duplicate: 2 });
  });
});
