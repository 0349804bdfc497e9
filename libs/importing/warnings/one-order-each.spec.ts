import { imported } from '../imported.js';
import { MemorySink } from '../memory-sink.js';

const orders = (customers: number, ...more: string[]): string =>
  ['Buyer,occurred_at,amount,order_id', ...Array.from({ length: customers }, (_, at) => `B${at},2026-01-${at + 10},10,A${at}`), ...more].join('\n');
const options = { map: { customer_id: 'Buyer' } };
const warningsOf = async (text: string, sink = new MemorySink()) => (await imported(text, options, { sink })).result.warnings;

describe('a file in which every customer has one order', () => {
  it('is warned of, with the column of the customer, also when it comes again or says an order twice', async () => {
    const sink = new MemorySink();
    const text = orders(20, 'B3,2026-01-13,10,A3');
    for (let time = 0; time < 2; time += 1)
      expect(await warningsOf(text, sink)).toEqual([{ code: 'one-order-each', rows: 20, example: 'Buyer', message: expect.any(String) }]);
  });

  it.each([
    ['has few customers', orders(19)],
    ['has one customer who came back', orders(20, 'B3,2026-02-02,10,A99')],
    ['has a return', orders(20, 'B3,2026-02-02,-10,R3')],
  ])('is not if it %s', async (_, text) => {
    expect(await warningsOf(text)).toEqual([]);
  });

  it('is nothing to warn of in other kinds', async () => {
    const visits = orders(20).replace('amount,order_id', 'channel,visit_id');
    expect((await imported(visits, { ...options, kind: 'visits' })).result.warnings).toEqual([]);
  });
});
