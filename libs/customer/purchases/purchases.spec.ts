import { registered, usd } from '../testing/story.js';
import type { PurchaseReturned } from './events.js';
import { sayReturned } from './sentences.js';

const line = (minor: number, currency = 'USD') => ({ product: 'lamp', quantity: 2, amount: { minor, currency } });

describe('a purchase', () => {
  it('is recorded with what was said about it', () => {
    const fields = {
      orderId: 'A',
      amount: usd(300),
      channel: 'web',
      product: 'lamps',
      quantity: 4,
      lines: [line(100), line(200)],
    };
    const [fact] = registered().outcome('RecordPurchase', { ...fields, note: 'gift' });
    expect(fact).toMatchObject({ type: 'PurchaseRecorded', personal: { note: 'gift' } });
    expect(fact?.data).toEqual(fields);
  });

  it('carries nothing that was not said', () => {
    expect(registered().outcome('RecordPurchase', { amount: usd(1), channel: null, lines: null })[0]).toEqual({
      type: 'PurchaseRecorded',
      version: 1,
      occurredAt: Date.parse('2026-03-15T12:00:00Z'),
      data: { orderId: 'command-2', amount: usd(1) },
    });
  });

  it('takes its amount from its lines', () => {
    expect(registered().outcome('RecordPurchase', { lines: [line(100), line(50)] })[0]?.data).toMatchObject({
      amount: usd(150),
    });
  });

  it('may cost nothing', () => {
    registered()
      .given('RecordPurchase', { amount: usd(0) })
      .given('RecordPurchase', { lines: [line(0)] });
  });

  it.each([
    [{}, 'amount-missing', '/amount'],
    [{ amount: usd(-1) }, 'amount-negative', '/amount/minor'],
    [{ lines: [line(5), line(-1)] }, 'amount-negative', '/lines/1/amount/minor'],
    [{ lines: [line(5), line(5, 'EUR')] }, 'lines-in-several-currencies', '/lines/1/amount/currency'],
    [{ lines: [line(5)], amount: usd(6) }, 'lines-do-not-add-up', '/amount'],
    [{ lines: [line(5)], amount: { minor: 5, currency: 'EUR' } }, 'lines-do-not-add-up', '/amount'],
    [{ amount: usd(1e13 + 1) }, 'amount-too-large', '/amount/minor'],
    [{ lines: [line(5), line(1e13 + 1)] }, 'amount-too-large', '/lines/1/amount/minor'],
    [{ lines: [line(1e13), line(1)] }, 'amount-too-large', '/lines'],
  ])('%j is refused as %s', (fields, code, pointer) => {
    expect(registered().refusal('RecordPurchase', fields)).toMatchObject({ code, pointer });
  });

  it('below zero points at RecordReturn', () => {
    expect(registered().refusal('RecordPurchase', { amount: usd(-1177) }).detail).toMatch(/-11\.77 USD.*RecordReturn/);
  });

  it('with an order id used before is refused, with the same or another amount, naming both', () => {
    const story = registered().given('RecordPurchase', { orderId: 'A', amount: usd(1177), occurredAt: '2026-03-01' });
    const other = story.refusal('RecordPurchase', { orderId: 'A', amount: usd(1200) });
    expect(other).toMatchObject({ code: 'order-id-used', pointer: '/orderId' });
    expect(other.detail).toMatch(/11\.77 USD.*12\.00 USD/);
    expect(story.refusal('RecordPurchase', { orderId: 'A', amount: usd(1177) }).detail).toContain('same amount');
  });
});

describe('a return', () => {
  const bought = () => registered().given('RecordPurchase', { orderId: 'A', amount: usd(1000), occurredAt: '2026-03-01T10:00:00Z' });

  it('may take a purchase back in parts, up to what is left', () => {
    const story = bought().given('RecordReturn', { orderId: 'A', amount: usd(400) });
    const refusal = story.refusal('RecordReturn', { orderId: 'A', amount: usd(601) });
    expect(refusal).toMatchObject({ code: 'return-exceeds-purchase', pointer: '/amount/minor' });
    expect(refusal.detail).toMatch(/10\.00 USD.*6\.00 USD.*6\.01 USD/);
    story.given('RecordReturn', { orderId: 'A', amount: usd(600) });
    expect(story.refusal('RecordReturn', { orderId: 'A', amount: usd(1) }).code).toBe('return-exceeds-purchase');
  });

  it('without an order id belongs to none and is bounded by none', () => {
    const [fact] = bought().outcome('RecordReturn', { amount: usd(5000), reason: 'broken' });
    expect(fact).toMatchObject({ personal: { reason: 'broken' } });
    expect(fact?.data).toEqual({ returnId: 'command-3', orderId: null, amount: usd(5000) });
  });

  it('may name what went back, as a fact', () => {
    const [fact] = bought().outcome('RecordReturn', { returnId: 'R', orderId: 'A', amount: usd(400), product: 'blue-lamp' });
    expect(fact?.data).toEqual({ returnId: 'R', orderId: 'A', amount: usd(400), product: 'blue-lamp' });
    expect(sayReturned(fact!.data as PurchaseReturned)).toBe('Returned blue-lamp for 4.00 USD of order A (return R)');
  });

  it.each([
    [{ orderId: 'B', amount: usd(1) }, 'order-unknown', '/orderId'],
    [{ orderId: 'A', amount: { minor: 1, currency: 'EUR' } }, 'currency-differs', '/amount/currency'],
    [{ orderId: 'A', amount: usd(1), occurredAt: '2026-03-01T09:59:59Z' }, 'before-purchase', '/occurredAt'],
    [{ orderId: 'A', amount: usd(0) }, 'amount-not-positive', '/amount/minor'],
    [{ amount: usd(-5) }, 'amount-not-positive', '/amount/minor'],
  ])('%j is refused as %s', (fields, code, pointer) => {
    expect(bought().refusal('RecordReturn', fields)).toMatchObject({ code, pointer });
  });

  it('with a return id used before is refused', () => {
    const story = bought().given('RecordReturn', { orderId: 'A', returnId: 'R', amount: usd(1) });
    expect(story.refusal('RecordReturn', { orderId: 'A', returnId: 'R', amount: usd(1) })).toMatchObject({
      code: 'return-id-used',
      pointer: '/returnId',
    });
  });
});
