import { registered, usd } from '../testing/story.js';

const line = (minor: number) => ({ product: 'lamp', quantity: 1, amount: usd(minor) });
const bought = () => registered().given('RecordPurchase', { orderId: 'A', amount: usd(3000), channel: 'web', product: 'tea', occurredAt: '2026-03-01' });
const returned = () => bought().given('RecordReturn', { orderId: 'A', returnId: 'R', amount: usd(1000), occurredAt: '2026-03-05' });
const wrong = { reason: 'typed wrong' };

describe('a correction of a purchase', () => {
  it('says what was and what is, at the date of the purchase, and keeps what it leaves out', () => {
    const [fact] = bought().outcome('CorrectPurchase', { orderId: 'A', amount: usd(2500), ...wrong, note: 'seen on the slip' });
    expect(fact).toEqual({
      type: 'PurchaseCorrected',
      version: 2,
      occurredAt: Date.parse('2026-03-01T00:00:00Z'),
      precision: 'day',
      data: {
        orderId: 'A',
        was: { occurredAt: '2026-03-01', amount: usd(3000), channel: 'web', product: 'tea' },
        now: { occurredAt: '2026-03-01', amount: usd(2500), channel: 'web', product: 'tea' },
      },
      personal: { reason: 'typed wrong', note: 'seen on the slip' },
    });
  });

  it('moves the purchase to its real date, and takes a value away by null', () => {
    const [fact] = bought().outcome('CorrectPurchase', { orderId: 'A', occurredAt: '2026-02-03T10:00:00Z', channel: null, ...wrong });
    expect(fact).toMatchObject({ occurredAt: Date.parse('2026-02-03T10:00:00Z'), data: { now: { occurredAt: '2026-02-03T10:00:00Z' } } });
    expect(fact).not.toHaveProperty('precision');
    expect((fact!.data as { now: object }).now).not.toHaveProperty('channel');
  });

  it('starts from the correction before it', () => {
    const story = bought().given('CorrectPurchase', { orderId: 'A', amount: usd(2500), ...wrong });
    expect(story.outcome('CorrectPurchase', { orderId: 'A', amount: usd(2600), ...wrong })[0]?.data).toMatchObject({ was: { amount: usd(2500) } });
  });

  it('finds a purchase without an order id by the id of its command', () => {
    const story = registered().given('RecordPurchase', { amount: usd(1) });
    expect(story.outcome('CorrectPurchase', { orderId: 'command-2', amount: usd(2), ...wrong })).toHaveLength(1);
  });

  it('of a purchase with lines gives the lines too, or takes them away', () => {
    const story = registered().given('RecordPurchase', { orderId: 'L', lines: [line(100), line(200)] });
    expect(story.refusal('CorrectPurchase', { orderId: 'L', amount: usd(200), ...wrong })).toMatchObject({ code: 'lines-missing', pointer: '/lines' });
    expect(story.outcome('CorrectPurchase', { orderId: 'L', lines: [line(200)], ...wrong })[0]?.data).toMatchObject({ now: { amount: usd(200) } });
    story.given('CorrectPurchase', { orderId: 'L', amount: usd(250), lines: null, ...wrong });
    expect(story.outcome('CorrectPurchase', { orderId: 'L', amount: usd(200), ...wrong })).toHaveLength(1);
  });

  it('is taken of a closed customer too: what is owed outlives the relationship', () => {
    expect(
      bought()
        .given('CloseCustomer', { reason: 'moved' })
        .outcome('CorrectPurchase', { orderId: 'A', amount: usd(1), ...wrong }),
    ).toHaveLength(1);
  });

  it.each([
    [{ orderId: 'B', amount: usd(1) }, 'order-unknown', '/orderId'],
    [{ orderId: 'A' }, 'nothing-changed', undefined],
    [{ orderId: 'A', amount: usd(3000), channel: 'web' }, 'nothing-changed', undefined],
    [{ orderId: 'A', amount: usd(-1) }, 'amount-negative', '/amount/minor'],
    [{ orderId: 'A', occurredAt: '2027-03-01' }, 'occurred-in-future', '/occurredAt'],
    [{ orderId: 'A', amount: usd(999) }, 'return-exceeds-purchase', '/amount/minor'],
    [{ orderId: 'A', amount: { minor: 3000, currency: 'EUR' } }, 'currency-differs', '/amount/currency'],
    [{ orderId: 'A', occurredAt: '2026-03-06' }, 'after-its-return', '/occurredAt'],
  ])('%j is refused as %s', (fields, code, pointer) => {
    const refusal = returned().refusal('CorrectPurchase', { ...fields, ...wrong });
    expect(refusal.code).toBe(code);
    expect(refusal.pointer).toBe(pointer);
  });

  it('may change the currency, and go below the return, once its returns are taken back', () => {
    const story = returned().given('VoidReturn', { returnId: 'R', ...wrong });
    expect(story.outcome('CorrectPurchase', { orderId: 'A', amount: { minor: 10, currency: 'EUR' }, ...wrong })).toHaveLength(1);
  });
});

describe('a voided purchase', () => {
  it('says what was taken back, at its date', () => {
    const [fact] = bought().outcome('VoidPurchase', { orderId: 'A', ...wrong });
    expect(fact).toMatchObject({ type: 'PurchaseVoided', precision: 'day', data: { orderId: 'A', was: { amount: usd(3000) } }, personal: wrong });
  });

  it('is voided once, corrected no more, takes no return, and may be recorded again', () => {
    const story = bought().given('VoidPurchase', { orderId: 'A', ...wrong });
    expect(story.refusal('VoidPurchase', { orderId: 'A', ...wrong })).toMatchObject({ code: 'purchase-voided', pointer: '/orderId' });
    expect(story.refusal('CorrectPurchase', { orderId: 'A', amount: usd(1), ...wrong }).code).toBe('purchase-voided');
    expect(story.refusal('RecordReturn', { orderId: 'A', amount: usd(1) }).code).toBe('order-unknown');
    story.given('RecordPurchase', { orderId: 'A', amount: usd(10), occurredAt: '2026-03-02' });
    expect(story.refusal('RecordPurchase', { orderId: 'A', amount: usd(10) }).code).toBe('order-id-used');
    expect(story.outcome('VoidPurchase', { orderId: 'A', ...wrong })[0]?.data).toMatchObject({ was: { amount: usd(10) } });
  });

  it('has no returns: they are taken back first, and the refusal names them', () => {
    const refusal = returned().refusal('VoidPurchase', { orderId: 'A', ...wrong });
    expect(refusal).toMatchObject({ code: 'purchase-has-returns', pointer: '/orderId' });
    expect(refusal.detail).toMatch(/\(R\).*VoidReturn/);
    returned()
      .given('VoidReturn', { returnId: 'R', ...wrong })
      .given('VoidPurchase', { orderId: 'A', ...wrong });
  });

  it('has no date of its own', () => {
    expect(() => bought().when('VoidPurchase', { orderId: 'A', occurredAt: '2026-03-01', ...wrong })).toThrow(/occurredAt/);
  });
});

describe('a correction of a return', () => {
  it('frees what the return took before it takes what is right', () => {
    const story = returned();
    expect(story.outcome('CorrectReturn', { returnId: 'R', amount: usd(3000), ...wrong })[0]?.data).toMatchObject({
      was: { occurredAt: '2026-03-05', orderId: 'A', amount: usd(1000) },
      now: { occurredAt: '2026-03-05', orderId: 'A', amount: usd(3000) },
    });
    expect(story.refusal('CorrectReturn', { returnId: 'R', amount: usd(3001), ...wrong }).code).toBe('return-exceeds-purchase');
  });

  it('keeps why goods went back apart from the facts, and takes it away by null', () => {
    for (const returnReason of ['too small', null]) {
      const [fact] = returned().outcome('CorrectReturn', { returnId: 'R', returnReason, ...wrong });
      expect(fact).toMatchObject({ type: 'ReturnCorrected', personal: { returnReason, ...wrong } });
      expect(JSON.stringify(fact!.data)).not.toContain('eason');
    }
  });

  it('names what went back, and takes it away by null; what was named is said again by each event that takes it back', () => {
    const story = returned().given('CorrectReturn', { returnId: 'R', product: 'red-lamp', ...wrong });
    const named = { occurredAt: '2026-03-05', orderId: 'A', amount: usd(1000), product: 'red-lamp' };
    const { product: _, ...unnamed } = named;
    expect(story.refusal('CorrectReturn', { returnId: 'R', product: 'red-lamp', ...wrong }).code).toBe('nothing-changed');
    expect(story.outcome('CorrectReturn', { returnId: 'R', product: null, ...wrong })[0]?.data).toEqual({ returnId: 'R', was: named, now: unnamed });
    expect(story.outcome('VoidReturn', { returnId: 'R', ...wrong })[0]?.data).toEqual({ returnId: 'R', was: named });
  });

  it('ties the return to another order, or to none', () => {
    const story = returned().given('RecordPurchase', { orderId: 'B', amount: usd(1000), occurredAt: '2026-03-01' });
    story.given('CorrectReturn', { returnId: 'R', orderId: 'B', ...wrong });
    expect(story.refusal('RecordReturn', { orderId: 'B', amount: usd(1) }).code).toBe('return-exceeds-purchase');
    story.given('RecordReturn', { orderId: 'A', amount: usd(3000) }).given('CorrectReturn', { returnId: 'R', orderId: null, ...wrong });
    expect(story.outcome('RecordReturn', { orderId: 'B', amount: usd(1000) })).toHaveLength(1);
  });

  it.each([
    [{ returnId: 'X', amount: usd(1) }, 'return-unknown', '/returnId'],
    [{ returnId: 'R' }, 'nothing-changed', undefined],
    [{ returnId: 'R', amount: usd(0) }, 'amount-not-positive', '/amount/minor'],
    [{ returnId: 'R', orderId: 'B' }, 'order-unknown', '/orderId'],
    [{ returnId: 'R', occurredAt: '2026-02-28' }, 'before-purchase', '/occurredAt'],
  ])('%j is refused as %s', (fields, code, pointer) => {
    const refusal = returned().refusal('CorrectReturn', { ...fields, ...wrong });
    expect(refusal.code).toBe(code);
    expect(refusal.pointer).toBe(pointer);
  });

  it('a voided return gives the order back what it took, and may be recorded again', () => {
    const story = returned().given('VoidReturn', { returnId: 'R', ...wrong });
    expect(story.refusal('VoidReturn', { returnId: 'R', ...wrong }).code).toBe('return-voided');
    expect(story.refusal('CorrectReturn', { returnId: 'R', amount: usd(1), ...wrong }).code).toBe('return-voided');
    expect(story.outcome('RecordReturn', { orderId: 'A', returnId: 'R', amount: usd(3000) })).toHaveLength(1);
  });
});
