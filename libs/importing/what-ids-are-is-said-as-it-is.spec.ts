import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

const file = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

describe('what the ids of a file are', () => {
  it.each(['Kundennummer', 'customer_id', 'Customer ID'])('is not said to be personal where it is not, in %s', async (name) => {
    const { source, result } = await imported(file(`${name},occurred_at,amount`, '7,2026-01-02,10', 'K-8,2026-01-02,10'));
    expect(source.mapping).toEqual({ customer_id: name, occurred_at: 'occurred_at', amount: 'amount' });
    expect(source.recognised.filter((field) => field !== 'customer_id')).toEqual([]);
    expect([...source.notes, ...result.notes].join('\n')).not.toMatch(/email|phone|telephone/);
  });

  it('is said where it is, and of that kind alone', async () => {
    const { source, result } = await imported(file('Kundennummer,occurred_at,amount', '7,2026-01-02,10', 'ada@example.com,2026-01-02,10'));
    expect(source.mapping).toEqual({ customer_id: 'Kundennummer', email: 'Kundennummer', occurred_at: 'occurred_at', amount: 'amount' });
    expect(result.notes).toContainEqual(expect.stringContaining('ids in Kundennummer are e-mail addresses:'));
    expect(result.notes.join('\n')).not.toContain('telephone');
  });
});

describe('a value that no id can be made of', () => {
  it.each([
    ['E-Mail', 'ada(at)q.de', 'email "ada(at)q.de" is no e-mail address'],
    ['Telefon', 'call me', 'phone "call me" is no telephone number'],
  ])('is named: in %s "%s"', async (column, text, reason) => {
    const sink = new MemorySink();
    const { rejected } = await imported(file(`${column};Datum;Betrag`, `${text};02.10.2026;1,50`, `;02.10.2026;1,50`), {}, { sink });
    expect(rejected[0]?.reason).toContain(reason);
    expect(rejected[1]?.reason).toBe('customer_id is empty: fill it in');
    expect(sink.facts).toEqual([]);
  });
});
