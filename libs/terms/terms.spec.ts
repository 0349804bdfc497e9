import { compileShape } from '@tenure/shape';
import { isRejection } from '@tenure/streams';
import fc from 'fast-check';
import { type Dated, inForceOn } from './dated.js';
import { termsKind } from './terms-kind.js';
import { foldTerms, type GrowingTerms, termsInForce } from './terms-record.js';

const { decider, commands } = termsKind;
const context = {} as Parameters<typeof decider.decide>[2];

interface Sent {
  readonly name: string;
  readonly data: object;
}
const stated = (name: string, said: object): Sent => ({ name, data: { figure: 'lifetime-value', reason: 'as the accounts say', from: '2026-01-01', ...said } });

/** The terms after commands, each sent at the second of its place; the last may be refused. */
function after(...sent: readonly Sent[]): { readonly terms: GrowingTerms; readonly refused: unknown } {
  let terms: GrowingTerms = foldTerms.initial();
  for (const [at, command] of sent.entries()) {
    const decision = decider.decide(terms, command, context);
    if (isRejection(decision)) return { terms, refused: decision };
    for (const { type, data } of decision) {
      const event = { type, data, position: String(at).padStart(16, '0'), recordedAt: at * 1000, metadata: { actor: 'key:a' } };
      terms = foldTerms.evolve(terms, event as never);
    }
  }
  return { terms, refused: null };
}

const problemsOf = (name: string, body: object) =>
  compileShape(commands.find(({ shape }) => shape.name === name)!.shape as new () => object)
    .check(stated(name, body).data)
    .map(({ pointer, code }) => [pointer, code]);

describe('terms', () => {
  it('hold from their day on until another one does, and are never changed', () => {
    const { terms } = after(
      stated('StateMargin', { currency: 'USD', share: 0.4 }),
      stated('StateMargin', { currency: 'USD', share: 0.35, from: '2026-04-01' }),
      stated('StateMargin', { currency: 'USD', product: 'blue-lamp', share: 0.2 }),
      stated('StateMargin', { currency: 'EUR', share: 0.3, from: '2026-02-01' }),
      stated('StateHorizon', { horizon: 'P2Y', from: '2026-03-01' }),
    );
    const margins = (day: string) => termsInForce(terms, day).margins.map(({ currency, product, value }) => [currency, product, value]);
    expect(margins('2025-12-31')).toEqual([]);
    expect(margins('2026-01-01')).toEqual([
      ['USD', null, 0.4],
      ['USD', 'blue-lamp', 0.2],
    ]);
    expect(margins('2026-04-01')).toEqual([
      ['USD', null, 0.35],
      ['USD', 'blue-lamp', 0.2],
      ['EUR', null, 0.3],
    ]);
    expect([termsInForce(terms, '2026-02-28').horizon, termsInForce(terms, '2026-03-01').horizon]).toEqual([
      null,
      { from: '2026-03-01', value: 'P2Y', reason: 'as the accounts say', statedBy: 'key:a', statedAt: 4000, position: '0000000000000004' },
    ]);
  });

  it('of one day are those that were recorded last; a statement for an earlier day changes nothing later', () => {
    const { terms } = after(
      stated('StateDiscountRate', { rate: 0.1, from: '2026-03-01' }),
      stated('StateDiscountRate', { rate: 0.12, from: '2026-03-01' }),
      stated('StateDiscountRate', { rate: 0.2, from: '2026-02-01' }),
    );
    expect(['2026-02-01', '2026-03-01', '2027-01-01'].map((day) => termsInForce(terms, day).discountRate?.value)).toEqual([0.2, 0.12, 0.12]);
  });

  it('are withdrawn from a day on, or entirely from their own; later ones still hold', () => {
    const margin = { currency: 'USD', share: 0.4 };
    const { terms } = after(
      stated('StateMargin', margin),
      stated('StateMargin', { ...margin, share: 0.3, from: '2026-06-01' }),
      stated('WithdrawTerm', { term: 'margin', currency: 'USD', from: '2026-03-01' }),
      stated('StateHorizon', { horizon: 'P1Y' }),
      stated('WithdrawTerm', { term: 'horizon' }),
    );
    const shares = ['2026-02-28', '2026-03-01', '2026-06-01'].map((day) => termsInForce(terms, day).margins[0]?.value ?? null);
    expect(shares).toEqual([0.4, null, 0.3]);
    expect(termsInForce(terms, '2030-01-01').horizon).toBeNull();
  });

  it('are withdrawn only where they are stated, and the refusal says what is', () => {
    const lamp = stated('StateMargin', { currency: 'USD', product: 'blue-lamp', share: 0.4 });
    const withdraw = (said: object) => after(lamp, stated('WithdrawTerm', said)).refused;
    expect(withdraw({ term: 'margin', currency: 'USD', product: 'lamp' })).toEqual({
      code: 'term-not-stated',
      detail: 'No margin of USD lamp is stated for 2026-01-01. Stated for that day: USD blue-lamp.',
      pointer: '/product',
    });
    expect(withdraw({ term: 'margin', currency: 'USD', from: '2025-01-01' })).toMatchObject({ code: 'term-not-stated', pointer: '/currency' });
    expect(withdraw({ term: 'margin' })).toMatchObject({ code: 'currency-missing', pointer: '/currency' });
    expect(withdraw({ term: 'horizon' })).toMatchObject({ code: 'term-not-stated', pointer: '/term' });
    expect(withdraw({ term: 'discount-rate', product: 'lamp' })).toMatchObject({ code: 'not-of-this-term', pointer: '/product' });
  });

  it('state what complaints, visits and winning a customer cost, each replaced by the next about the same', () => {
    const cost = (said: object) => stated('StateCost', { of: 'complaint', amount: { minor: 2500, currency: 'USD' }, ...said });
    const { terms } = after(
      cost({}),
      cost({ severity: 'high', amount: { minor: 9000, currency: 'USD' } }),
      cost({ amount: { minor: 2000, currency: 'EUR' } }),
      cost({ of: 'visit' }),
      stated('WithdrawTerm', { term: 'complaint-cost', severity: 'high', from: '2026-02-01' }),
    );
    const costs = (day: string) => termsInForce(terms, day).costs.map(({ of, severity, value }) => [of, severity, value.minor, value.currency]);
    expect(costs('2026-01-31')).toEqual([
      ['complaint', null, 2000, 'EUR'],
      ['complaint', 'high', 9000, 'USD'],
      ['visit', null, 2500, 'USD'],
    ]);
    expect(costs('2026-02-01')).toHaveLength(2);
    expect(after(cost({ of: 'visit', severity: 'low' })).refused).toMatchObject({ code: 'not-of-this-term', pointer: '/severity' });
    expect(after(cost({ amount: { minor: -1, currency: 'USD' } })).refused).toMatchObject({ code: 'negative-amount', pointer: '/amount/minor' });
    expect(after(cost({}), stated('WithdrawTerm', { term: 'complaint-cost', severity: 'low' })).refused).toMatchObject({
      detail: 'No complaint-cost of low is stated for 2026-01-01. Stated for that day: for all.',
      pointer: '/severity',
    });
  });

  it('never leave a day with an infinite horizon and no discount', () => {
    const endless = stated('StateHorizon', { horizon: 'infinite', from: '2026-05-01' });
    const undiscounted = stated('StateDiscountRate', { rate: 0 });
    const refusal = { code: 'needs-discount', detail: expect.stringContaining('On 2026-05-01') };
    expect(after(endless, undiscounted).refused).toMatchObject({ ...refusal, pointer: '/rate' });
    expect(after(undiscounted, endless).refused).toMatchObject({ ...refusal, pointer: '/horizon' });
    const discounted = stated('StateDiscountRate', { rate: 0.1, from: '2026-04-30' });
    expect(after(undiscounted, discounted, endless).refused).toBeNull();
  });

  it('are refused with the field at fault', () => {
    expect(problemsOf('StateMargin', { currency: 'EUR', share: 1.2 })).toEqual([['/share', expect.any(String)]]);
    expect(problemsOf('StateMargin', { currency: 'eur', share: 1, from: '2026-02-30' })).toEqual([
      ['/from', 'wrong-day'],
      ['/currency', 'unknown-currency'],
    ]);
    expect(problemsOf('StateHorizon', { horizon: 'P4Y' })).toEqual([['/horizon', 'not-a-duration']]);
    expect(problemsOf('StateDiscountRate', { rate: 0.1, reason: ' ' })).toEqual([['/reason', 'wrong-text']]);
  });

  it('in force on a day do not depend on what is stated for later days', () => {
    const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
    const statement = fc
      .record({ from: fc.constantFrom(...days), value: fc.option(fc.integer()), scope: fc.constantFrom('a', 'b') })
      .map(({ from, value, scope }): Dated<number> & { scope: string } => ({ from, value, scope, reason: '', statedBy: '', statedAt: 0, position: '' }));
    fc.assert(
      fc.property(fc.array(statement), fc.constantFrom(...days), (statements, day) => {
        const inForce = (some: typeof statements) => inForceOn(some, day, ({ scope }) => scope);
        expect(inForce(statements)).toEqual(inForce(statements.filter(({ from }) => from <= day)));
        for (const held of inForce(statements)) {
          const rivals = statements.filter(({ scope, from }) => scope === held.scope && from <= day && from >= held.from);
          expect(rivals.at(-1)).toBe(held);
        }
      }),
    );
  });
});
