import { decide } from './decide.js';
import { evolve, UnknownEventError } from './evolve.js';
import { initialState } from './state.js';
import { now, registered, Story, usd } from './testing/story.js';

describe('when it happened', () => {
  it('is now, if the command does not say', () => {
    expect(registered().outcome('RecordVisit')[0]?.occurredAt).toBe(now);
  });

  it('may be ahead by the allowed skew and no more; the refusal names the skew', () => {
    const ahead = (milliseconds: number) => ({ occurredAt: new Date(now + milliseconds).toISOString() });
    registered().given('RecordVisit', ahead(300_000));
    const refusal = registered().refusal('RecordVisit', ahead(300_001));
    expect(refusal).toMatchObject({ code: 'occurred-in-future', pointer: '/occurredAt' });
    expect(refusal.detail).toContain('at most 5 min ahead');
  });

  it.each([
    [0, 'at most 0 s ahead'],
    [1500, 'at most 1.5 s ahead'],
    [172_800_000, 'at most 2 d ahead'],
  ])('names a skew of %d ms as a person would', (allowedSkewMs, words) => {
    expect(registered().refusal('RecordVisit', { occurredAt: '2030-01-01' }, { allowedSkewMs }).detail).toContain(words);
  });

  it('is not before 1900', () => {
    expect(registered().refusal('RecordVisit', { occurredAt: '1899-12-31T23:59:59Z' })).toMatchObject({
      code: 'occurred-too-early',
      pointer: '/occurredAt',
    });
    registered().given('RecordVisit', { occurredAt: '1900-01-01' });
  });

  it('reads zones', () => {
    const [visit] = registered().outcome('RecordVisit', { occurredAt: '2026-03-01T01:00:00+02:00' });
    expect(visit?.occurredAt).toBe(Date.parse('2026-02-28T23:00:00Z'));
  });
});

describe('names nobody knows', () => {
  it('of a command: the nearest is named', () => {
    expect(new Story().refusal('RecordPurchas')).toMatchObject({
      code: 'command-unknown',
      detail: expect.stringContaining('did you mean RecordPurchase?'),
    });
    expect(new Story().refusal('__proto__').code).toBe('command-unknown');
  });

  it('of an event: an error, not a state that lacks it', () => {
    const event = { type: 'CustomerFrozen', version: 1, occurredAt: 0, data: {} };
    expect(() => evolve(initialState(), event)).toThrow(UnknownEventError);
    expect(() => evolve(initialState(), { ...event, type: 'CustomerRegistered', version: 2 })).toThrow(/CustomerRegistered of version 2/);
  });
});

it('deciding changes neither state nor command', () => {
  const { state } = registered().given('RecordPurchase', { amount: usd(100), orderId: 'A' });
  const before = structuredClone(state);
  const data = Object.freeze({ customerId: 'C-1', amount: Object.freeze(usd(5)), orderId: 'A' });
  for (const name of ['RecordPurchase', 'RecordReturn'])
    decide(state, { name, data }, { now, allowedSkewMs: 0, largestAmount: 10 ** 13, commandId: 'c', registerUnknown: false });
  expect(state).toEqual(before);
});
