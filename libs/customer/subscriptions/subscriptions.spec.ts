import { registered, usd } from '../testing/story.js';

const terms = { plan: 'basic', price: usd(999), interval: 'P1M' };
const started = () => registered().given('StartSubscription', { subscriptionId: 'S', ...terms, occurredAt: '2026-01-01' });

describe('a subscription', () => {
  it('starts with its terms, for one if not said', () => {
    expect(registered().outcome('StartSubscription', terms)[0]?.data).toEqual({
      subscriptionId: 'command-2',
      ...terms,
      quantity: 1,
    });
  });

  it('starts once under one id, also after it was cancelled', () => {
    const again = { subscriptionId: 'S', ...terms };
    expect(started().refusal('StartSubscription', again)).toMatchObject({
      code: 'subscription-id-used',
      pointer: '/subscriptionId',
    });
    const cancelled = started().given('CancelSubscription', { subscriptionId: 'S', reasonCode: 'pricing' });
    expect(cancelled.refusal('StartSubscription', again).detail).toContain('was cancelled');
    cancelled.given('StartSubscription', { ...again, subscriptionId: 'S-2' });
  });

  it('changes by what differs', () => {
    const [fact] = started().outcome('ChangeSubscription', {
      subscriptionId: 'S',
      plan: 'basic',
      price: usd(1499),
      quantity: 1,
    });
    expect(fact?.data).toEqual({ subscriptionId: 'S', price: usd(1499) });
  });

  it('does not change to what it is', () => {
    expect(started().refusal('ChangeSubscription', { subscriptionId: 'S', ...terms, quantity: 1 }).code).toBe('nothing-changed');
    expect(started().refusal('ChangeSubscription', { subscriptionId: 'S' }).code).toBe('nothing-changed');
    const changed = started().given('ChangeSubscription', { subscriptionId: 'S', plan: 'plus', interval: 'P1Y' });
    expect(changed.refusal('ChangeSubscription', { subscriptionId: 'S', plan: 'plus', interval: 'P1Y' }).code).toBe('nothing-changed');
    changed.given('ChangeSubscription', { subscriptionId: 'S', plan: 'basic' });
  });

  it('renews with what was paid and until when', () => {
    const [fact] = started().outcome('RenewSubscription', {
      subscriptionId: 'S',
      amount: usd(999),
      until: '2026-04-15T00:00:00Z',
    });
    expect(fact?.data).toEqual({ subscriptionId: 'S', amount: usd(999), until: '2026-04-15T00:00:00Z' });
    expect(started().outcome('RenewSubscription', { subscriptionId: 'S' })[0]?.data).toEqual({ subscriptionId: 'S' });
  });

  it.each([
    ['RenewSubscription', { amount: { minor: 1, currency: 'EUR' } }, 'currency-differs', '/amount/currency'],
    ['RenewSubscription', { amount: usd(-1) }, 'amount-negative', '/amount/minor'],
    ['RenewSubscription', { until: '2026-03-15T12:00:00Z' }, 'ends-before-it-begins', '/until'],
    ['ChangeSubscription', { price: usd(-1) }, 'amount-negative', '/price/minor'],
    ['ChangeSubscription', { plan: 'plus', occurredAt: '2025-12-31' }, 'before-start', '/occurredAt'],
    ['CancelSubscription', { reasonCode: 'other', occurredAt: '2025-12-31' }, 'before-start', '/occurredAt'],
  ])('%s %j is refused as %s', (name, fields, code, pointer) => {
    expect(started().refusal(name, { subscriptionId: 'S', ...fields })).toMatchObject({ code, pointer });
  });

  it('cannot start below zero', () => {
    expect(registered().refusal('StartSubscription', { ...terms, price: usd(-1) })).toMatchObject({
      code: 'amount-negative',
      pointer: '/price/minor',
    });
  });

  it.each([
    ['ChangeSubscription', { plan: 'plus' }],
    ['RenewSubscription', {}],
    ['CancelSubscription', { reasonCode: 'competition' }],
  ])('%s needs one that is active', (name, fields) => {
    const command = { subscriptionId: 'S', ...fields };
    expect(registered().refusal(name, command)).toMatchObject({
      code: 'subscription-unknown',
      detail: expect.stringContaining('StartSubscription'),
    });
    const cancelled = started().given('CancelSubscription', { subscriptionId: 'S', reasonCode: 'ethics', reason: 'r' });
    expect(cancelled.refusal(name, command).code).toBe('subscription-cancelled');
  });
});
