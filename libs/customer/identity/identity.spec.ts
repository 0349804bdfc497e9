import { registered, Story, usd } from '../testing/story.js';

describe('registering', () => {
  it('makes a person known, personal details apart from the facts', () => {
    const facts = new Story().outcome('RegisterCustomer', {
      occurredAt: '2026-03-01T10:00:00Z',
      personal: { name: 'Ada', email: 'ada@example.com', phone: null },
      attributes: { region: 'north', vip: true, rank: 2 },
      note: 'by post',
    });
    expect(facts).toEqual([
      {
        type: 'CustomerRegistered',
        version: 1,
        occurredAt: Date.parse('2026-03-01T10:00:00Z'),
        data: { party: 'person', attributes: { region: 'north', vip: true, rank: 2 } },
        personal: { name: 'Ada', email: 'ada@example.com', note: 'by post' },
      },
    ]);
  });

  it('is refused twice, with the command to use instead', () => {
    expect(registered().refusal('RegisterCustomer')).toMatchObject({
      code: 'customer-already-registered',
      detail: expect.stringContaining('ChangeCustomerDetails'),
    });
  });

  it('of a closed customer points at ReopenCustomer', () => {
    const story = registered().given('CloseCustomer', { reason: 'moved' });
    expect(story.refusal('RegisterCustomer')).toMatchObject({
      code: 'customer-already-registered',
      detail: expect.stringContaining('ReopenCustomer'),
    });
  });

  it('refuses a birth in the future', () => {
    const refusal = new Story().refusal('RegisterCustomer', { personal: { birthDate: '2026-03-17' } });
    expect(refusal).toMatchObject({ code: 'born-in-future', pointer: '/personal/birthDate' });
    new Story().given('RegisterCustomer', { personal: { birthDate: '2026-03-15' } });
  });
});

describe('a customer nobody has registered', () => {
  it('is refused, with the command to send first', () => {
    expect(new Story().refusal('RecordPurchase', { amount: usd(1) })).toMatchObject({
      code: 'customer-unknown',
      detail: expect.stringContaining('RegisterCustomer'),
    });
  });

  it('is registered by its first fact in an import, at the moment of that fact', () => {
    const facts = new Story().outcome('RecordPurchase', { amount: usd(5), occurredAt: '1997-01-01', note: 'n' }, { registerUnknown: true });
    expect(facts.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['CustomerRegistered', Date.UTC(1997, 0, 1)],
      ['PurchaseRecorded', Date.UTC(1997, 0, 1)],
    ]);
    expect(facts[0]).not.toHaveProperty('personal');
    expect(facts[1]).toMatchObject({ personal: { note: 'n' } });
  });

  it('is not registered by a fact that is refused', () => {
    expect(new Story().refusal('RecordReturn', { amount: usd(5), orderId: 'A' }, { registerUnknown: true }).code).toBe('order-unknown');
    expect(new Story().refusal('ReopenCustomer', { reason: 'r' }, { registerUnknown: true }).code).toBe('customer-not-closed');
  });

  it('is registered once when an import sends RegisterCustomer itself', () => {
    expect(new Story().outcome('RegisterCustomer', {}, { registerUnknown: true })).toHaveLength(1);
  });
});

describe('changing details', () => {
  const known = () =>
    new Story().given('RegisterCustomer', {
      personal: { name: 'Ada', phone: '1' },
      attributes: { region: 'north', vip: true },
    });

  it('records only what differs; null removes', () => {
    const facts = known().outcome('ChangeCustomerDetails', {
      party: 'person',
      personal: { name: 'Ada', phone: null, email: 'a@b.c' },
      attributes: { region: 'south', vip: true, absent: null },
    });
    expect(facts).toMatchObject([
      {
        type: 'CustomerDetailsChanged',
        data: { attributes: { region: 'south' } },
        personal: { phone: null, email: 'a@b.c' },
      },
    ]);
    expect(facts[0]?.data).toEqual({ attributes: { region: 'south' } });
  });

  it('that changes nothing is refused, also with a note', () => {
    const same = { party: 'person', personal: { name: 'Ada' }, attributes: { vip: true }, note: 'again' };
    expect(known().refusal('ChangeCustomerDetails', same).code).toBe('nothing-changed');
    expect(known().refusal('ChangeCustomerDetails').code).toBe('nothing-changed');
    expect(known().refusal('ChangeCustomerDetails', { attributes: { valueOf: null } }).code).toBe('nothing-changed');
  });

  it('is seen by the next change', () => {
    const change = { party: 'household', personal: { phone: null }, attributes: { region: null } };
    expect(known().given('ChangeCustomerDetails', change).refusal('ChangeCustomerDetails', change).code).toBe('nothing-changed');
  });

  it('keeps attributes within their number', () => {
    const many = Object.fromEntries(Array.from({ length: 64 }, (_, at) => [`a${at}`, at]));
    const story = registered().given('ChangeCustomerDetails', { attributes: many });
    expect(story.refusal('ChangeCustomerDetails', { attributes: { more: 1 } })).toMatchObject({
      code: 'too-many-attributes',
      pointer: '/attributes',
    });
    story.given('ChangeCustomerDetails', { attributes: { more: 1, a0: null } });
  });
});

describe('closing and reopening', () => {
  const closed = () => registered().given('CloseCustomer', { reason: 'moved abroad', occurredAt: '2026-03-01' });

  it.each([
    ['RecordPurchase', { amount: usd(100) }],
    ['RecordPurchase', { amount: usd(100), occurredAt: '2026-02-01' }],
    ['StartSubscription', { plan: 'p', price: usd(1), interval: 'P1M' }],
    ['RecordVisit', {}],
  ])('a closed customer refuses %s with the date and the remedy, not with what was said', (name, fields) => {
    const refusal = closed().refusal(name, fields);
    expect(refusal.code).toBe('customer-closed');
    expect(refusal.detail).toContain('since 2026-03-01:');
    expect(refusal.detail).not.toContain('moved abroad');
    expect(refusal.detail).toContain('ReopenCustomer');
  });

  it('a closed customer may still complain, return, cancel, answer and be corrected', () => {
    registered()
      .given('RecordPurchase', { amount: usd(100), orderId: 'A' })
      .given('StartSubscription', { subscriptionId: 'S', plan: 'p', price: usd(1), interval: 'P1M' })
      .given('CloseCustomer', { reason: 'moved' })
      .given('LogComplaint', { complaintId: 'K', subject: 'bill' })
      .given('AcknowledgeComplaint', { complaintId: 'K' })
      .given('ResolveComplaint', { complaintId: 'K', resolution: 'done' })
      .given('RecordReturn', { amount: usd(100), orderId: 'A' })
      .given('CancelSubscription', { subscriptionId: 'S', reasonCode: 'involuntary' })
      .given('RecordSatisfaction', { metric: 'nps', score: 0 })
      .given('ChangeCustomerDetails', { party: 'household' });
  });

  it('keeps why apart from the facts', () => {
    expect(registered().outcome('CloseCustomer', { reason: 'moved', note: 'n' })).toMatchObject([{ data: {}, personal: { reason: 'moved', note: 'n' } }]);
    expect(closed().outcome('ReopenCustomer', { reason: 'back' })).toMatchObject([{ data: {}, personal: { reason: 'back' } }]);
  });

  it('closes once, reopens once', () => {
    expect(closed().refusal('CloseCustomer', { reason: 'r' })).toMatchObject({
      code: 'customer-already-closed',
      detail: expect.stringContaining('since 2026-03-01:'),
    });
    expect(registered().refusal('ReopenCustomer', { reason: 'r' }).code).toBe('customer-not-closed');
    const back = closed().given('ReopenCustomer', { reason: 'returned' });
    expect(back.refusal('ReopenCustomer', { reason: 'r' }).code).toBe('customer-not-closed');
    back.given('RecordPurchase', { amount: usd(1) });
  });

  it('does not reopen before it closed', () => {
    expect(closed().refusal('ReopenCustomer', { reason: 'r', occurredAt: '2026-02-28' })).toMatchObject({
      code: 'before-closing',
      pointer: '/occurredAt',
    });
  });
});
