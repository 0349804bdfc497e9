import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

const header = 'customer_id;occurred_at;amount;quantity\n';
const refused = (code: string, field: string, message: RegExp) => expect.objectContaining({ code, field, message: expect.stringMatching(message) });

describe('a file as German programs write it', () => {
  const rows = `${header}1;31.10.2025;1.234,50 €;2,5\n2;01.11.2025 20:15;(12,50);3\n3;02.11.2025;999,00-;"1,25"\n`;

  it('goes in, and says how it was understood', async () => {
    const sink = new MemorySink();
    const { result, rejected } = await imported(rows, { currency: 'eur', timeZone: 'Europe/Berlin' }, { sink });
    expect(rejected).toEqual([]);
    expect(result).toMatchObject({
      accepted: 3,
      amount: [{ minor: 123_450 - 1250 - 99_900, currency: 'EUR' }],
      from: '2025-10-31',
      to: '2025-11-02',
      timeZone: 'Europe/Berlin',
      understood: { amount: 'decimal comma', quantity: 'decimal comma' },
    });
    const [, first, , second] = sink.facts;
    expect([first?.occurredAt, first?.precision]).toEqual([Date.parse('2025-10-31T00:00:00Z'), 'day']);
    expect([second?.occurredAt, second?.precision]).toEqual([Date.parse('2025-11-01T19:15:00Z'), undefined]);
  });

  it('is refused before anything is recorded when its currency is another', async () => {
    const { rejected, result } = await imported(rows, { currency: 'USD' });
    expect(rejected.map(({ field, code }) => [field, code])).toEqual([['amount', 'other-currency']]);
    expect(result.accepted).toBe(2);
  });
});

it.each([
  ['1.000', '12.500'],
  ['12,50', '1.000'],
])('amounts %s and %s are asked about, and taken once they are told', async (first, second) => {
  const sink = new MemorySink();
  const file = `${header}1;2025-01-01;${first};\n2;2025-01-02;${second};\n`;
  await expect(imported(file, {}, { sink })).rejects.toThrow(refused('ambiguous-numbers', 'decimal', /line \d.*--decimal \..*--decimal ,/));
  expect(sink.facts).toEqual([]);
  const { result } = await imported(file, { decimal: ',' }, { sink });
  expect(result.amount).toEqual([{ minor: first === '1.000' ? 1_350_000 : 101_250, currency: 'USD' }]);
});

it('a column far down in the file still contradicts its beginning', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `${at};2025-01-01;${at}.50;1`).join('\n');
  await expect(imported(`${header}${rows}\n9;2025-01-01;3,50;1\n`)).rejects.toThrow(refused('contradictory-numbers', 'decimal', /line 2.*line 3002/));
  await expect(imported(`${header}${rows.replaceAll('2025-01-01', '1/2/2025')}\n`)).rejects.toThrow(refused('ambiguous-dates', 'dateFormat', /1\/2\/2025/));
  const { result } = await imported(`${header}${rows.replaceAll('2025-01-01', '1/2/2025')}\n9;1/31/2025;3.50;1\n`);
  expect(result).toMatchObject({ accepted: 3001, from: '2025-01-02', to: '2025-01-31', understood: { occurred_at: 'month before day' } });
});

it('every date column obeys the date format, and each is recognised by itself', async () => {
  const sink = new MemorySink();
  const people = 'customer_id,name,birth_date,occurred_at\nB,Ann,17/05/1984,01/02/2020\n';
  await imported(people, { kind: 'customers', dateFormat: 'dd/MM/yyyy' }, { sink });
  expect(sink.facts[0]).toMatchObject({ occurredAt: Date.parse('2020-02-01'), precision: 'day', personal: { birthDate: '1984-05-17' } });
  await expect(imported(people, { kind: 'customers' })).rejects.toThrow(refused('ambiguous-dates', 'dateFormat', /occurred_at "01\/02\/2020" \(line 2\)/));
  const complaints =
    'customer_id,occurred_at,complaint_id,subject,resolved_at,compensation\n1,13/02/2025,K-1,late,NULL,\n1,02/03/2025,K-2,late,2025-03-05,"5,50"\n';
  const { result } = await imported(complaints, { kind: 'complaints', currency: 'EUR' });
  expect(result).toMatchObject({ accepted: 2, from: '2025-02-13', to: '2025-03-02' });
});

it('times without a zone are read in the zone of the engine, unless the import names one', async () => {
  const file = 'customer_id,occurred_at,amount\n1,2025-07-01 12:00,1\n2,2025-07-01 12:00:00Z,1\n3,2025-07-01,1\n';
  const at = async (options: object) => {
    const sink = new MemorySink();
    const { result } = await imported(file, options, { sink });
    const times = sink.facts.filter(({ type }) => type === 'PurchaseRecorded').map(({ occurredAt }) => new Date(occurredAt).toISOString().slice(0, 16));
    return [result.timeZone, ...times];
  };
  expect(await at({})).toEqual(['UTC', '2025-07-01T12:00', '2025-07-01T12:00', '2025-07-01T00:00']);
  expect(await at({ engineTimeZone: 'Asia/Tokyo' })).toEqual(['Asia/Tokyo', '2025-07-01T03:00', '2025-07-01T12:00', '2025-07-01T00:00']);
  expect(await at({ engineTimeZone: 'Asia/Tokyo', timeZone: 'europe/berlin' })).toEqual([
    'Europe/Berlin',
    '2025-07-01T10:00',
    '2025-07-01T12:00',
    '2025-07-01T00:00',
  ]);
});

it('sums of floating point numbers are printed as they are recorded', async () => {
  const file = ['59.97000000000001', '0.30000000000000004', '5.551115123125783e-17', '-1.1000000000000001'].map(
    (amount, at) => `{"customer_id":"${at}","occurred_at":"2025-01-01","amount":${amount}}`,
  );
  const { result } = await imported(file.join('\n'));
  expect(result).toMatchObject({ accepted: 4, amount: [{ minor: 5997 + 30 - 110, currency: 'USD' }] });
});

it('the rejected rows of a file are read as the file was, with the options that it names', async () => {
  const sink = new MemorySink();
  const file = `${header}1;13/02/2025 10:00;1.234,50;1\n;02/03/2025 10:00;1.000;1\n`;
  const { errorsFile, result } = await imported(file, {}, { sink });
  expect(result).toMatchObject({ accepted: 1, rejected: 1, readAs: { decimal: ',', dateFormat: 'day-first' } });
  const mended = errorsFile.replace(/^;02/m, '2;02').replace(/^"";02/m, '2;02');
  await expect(imported(mended, {}, { sink })).rejects.toThrow(/two ways/);
  const again = await imported(mended, { decimal: result.readAs.decimal, dateFormat: result.readAs.dateFormat }, { sink });
  expect(again.result).toMatchObject({ accepted: 1, amount: [{ minor: 100_000, currency: 'USD' }], from: '2025-03-02T10:00:00.000Z' });
});
