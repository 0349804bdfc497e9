import { asked, type Texts } from '../shared/testing/asked.js';
import { event, type GivenEvent, purchase, returned } from '../shared/testing/events.js';
import { purchasesExport } from './export.js';
import { PurchaseExportParameters } from './parameters.js';

const rows = (given: readonly GivenEvent[], parameters: Texts = {}, timezone = 'UTC') => [
  ...purchasesExport.begin({ timezone, now: Date.UTC(2026, 10, 22) }, asked(PurchaseExportParameters, parameters))(
    'ada',
    given.map((one, i) => event('ada', i, one)),
  ),
];

const bought = purchase('2026-11-01T02:00:00Z', { orderId: 'A-1', minor: 2000, channel: 'web' });

describe('the export of purchases', () => {
  it('answers the example of its definition, whichever comes first', () => {
    const back = returned('2026-11-20', 'R-1', 'A-1', 500);
    for (const given of [
      [bought, back],
      [back, bought],
    ]) {
      expect(rows(given, {}, 'America/New_York')).toEqual([
        {
          customerId: 'ada',
          kind: 'purchase',
          orderId: 'A-1',
          returnId: null,
          occurredAt: '2026-11-01T02:00:00Z',
          day: '2026-10-31',
          timezone: 'America/New_York',
          currency: 'USD',
          amount: '20.00',
          returned: '5.00',
          net: '15.00',
          amountMinor: 2000,
          returnedMinor: 500,
          netMinor: 1500,
          channel: 'web',
          product: null,
          quantity: null,
          lineCount: 0,
          lines: null,
        },
      ]);
    }
  });

  it('gives a purchase as it was corrected, and none that was voided', () => {
    const was = { occurredAt: '2026-11-01T02:00:00Z', amount: { minor: 2000, currency: 'USD' }, channel: 'web' };
    const now = { occurredAt: '2026-10-30', amount: { minor: 1500, currency: 'USD' }, quantity: 3 };
    const corrected: GivenEvent = { type: 'PurchaseCorrected', at: '2026-10-30', data: { orderId: 'A-1', reason: 'typed wrong', was, now } };
    expect(rows([bought, corrected])).toMatchObject([{ occurredAt: '2026-10-30', day: '2026-10-30', netMinor: 1500, channel: null, quantity: 3 }]);
    const back = returned('2026-11-20', 'R-1', 'A-1', 500);
    const returnWas = { occurredAt: '2026-11-20T00:00:00Z', orderId: 'A-1', amount: { minor: 500, currency: 'USD' } };
    const voided: GivenEvent = { type: 'ReturnVoided', at: '2026-11-20', data: { returnId: 'R-1', reason: 'typed twice', was: returnWas } };
    expect(rows([bought, back, voided])).toMatchObject([{ netMinor: 2000, returnedMinor: 0 }]);
    expect(rows([bought, { type: 'PurchaseVoided', at: '2026-11-01', data: { orderId: 'A-1', reason: 'typed twice', was } }])).toEqual([]);
  });

  it('gives a return that is tied to no purchase a row of its own', () => {
    expect(rows([bought, returned('2026-11-20', 'R-1', null, 500), returned('2026-11-21', 'R-2', 'gone', 70, 'lamp')])).toMatchObject([
      { kind: 'purchase', netMinor: 2000 },
      { kind: 'return', returnId: 'R-1', orderId: null, amount: '0.00', net: '-5.00' },
      { kind: 'return', returnId: 'R-2', orderId: 'gone', netMinor: -70, product: 'lamp' },
    ]);
  });

  it('chooses by the day of the purchase in the zone, both ends inclusive', () => {
    const days = (parameters: Texts) => rows([bought], parameters).map(({ day }) => day);
    expect(days({ from: '2026-11-01', to: '2026-11-01' })).toEqual(['2026-11-01']);
    expect(days({ from: '2026-11', timezone: 'America/New_York' })).toEqual([]);
    expect(days({ to: '2026-10', timezone: 'America/New_York' })).toEqual(['2026-10-31']);
    expect(() => days({ timezone: 'Mars/Base' })).toThrow(expect.objectContaining({ parameter: 'timezone' }));
  });

  it('names every column in its definition', () => {
    expect(Object.keys(purchasesExport.definition.fields)).toEqual([...purchasesExport.columns]);
  });
});
