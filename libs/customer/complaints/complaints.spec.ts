import { registered, usd } from '../testing/story.js';

const K = { complaintId: 'K' };
const logged = () => registered().given('LogComplaint', { ...K, subject: 'late', occurredAt: '2026-03-01' });
const resolved = () => logged().given('ResolveComplaint', { ...K, resolution: 'sent again', occurredAt: '2026-03-05' });

describe('a complaint', () => {
  it('is logged with the words of the customer apart from the facts', () => {
    const facts = { ...K, severity: 'high', product: 'lamp', orderId: 'A', channel: 'mail' };
    const words = { subject: 'late', description: 'I waited', note: 'angry' };
    const [fact] = registered().outcome('LogComplaint', { ...facts, ...words });
    expect(fact).toMatchObject({ type: 'ComplaintLogged', version: 2 });
    expect([fact?.data, fact?.personal]).toEqual([facts, words]);
  });

  it('is of medium severity and named by its command if not said otherwise', () => {
    const [fact] = registered().outcome('LogComplaint', { subject: 'late' });
    expect(fact?.data).toEqual({ complaintId: 'command-2', severity: 'medium' });
    expect(fact?.personal).toEqual({ subject: 'late' });
  });

  it('is logged once', () => {
    expect(logged().refusal('LogComplaint', { ...K, subject: 'x' })).toMatchObject({
      code: 'complaint-id-used',
      pointer: '/complaintId',
    });
  });

  it('is acknowledged once, and not when it is resolved', () => {
    expect(logged().given('AcknowledgeComplaint', K).refusal('AcknowledgeComplaint', K).code).toBe('complaint-already-acknowledged');
    expect(resolved().refusal('AcknowledgeComplaint', K)).toMatchObject({
      code: 'complaint-already-resolved',
      detail: expect.stringContaining('ReopenComplaint'),
    });
  });

  it('is acknowledged once in its life, also when it was reopened', () => {
    const reopened = resolved().given('ReopenComplaint', { ...K, reason: 'late again' });
    reopened.given('AcknowledgeComplaint', K);
    expect(reopened.refusal('AcknowledgeComplaint', K).code).toBe('complaint-already-acknowledged');
  });

  it('is resolved while it is open, with or without compensation', () => {
    const [fact] = logged().outcome('ResolveComplaint', { ...K, resolution: 'paid', compensation: usd(500) });
    expect([fact?.data, fact?.personal]).toEqual([{ ...K, compensation: usd(500) }, { resolution: 'paid' }]);
    expect(resolved().refusal('ResolveComplaint', { ...K, resolution: 'x' }).code).toBe('complaint-already-resolved');
    resolved()
      .given('ReopenComplaint', { ...K, reason: 'r' })
      .given('ResolveComplaint', { ...K, resolution: 'x' });
  });

  it('is reopened a hundred times at most', () => {
    const story = resolved();
    for (let n = 0; n < 100; n++) story.given('ReopenComplaint', { ...K, reason: 'again' }).given('ResolveComplaint', { ...K, resolution: 'again' });
    expect(story.refusal('ReopenComplaint', { ...K, reason: 'again' })).toMatchObject({ code: 'complaint-reopened-too-often', pointer: '/complaintId' });
  });

  it('is reopened when it is resolved', () => {
    expect(logged().refusal('ReopenComplaint', { ...K, reason: 'r' }).code).toBe('complaint-not-resolved');
    expect(resolved().outcome('ReopenComplaint', { ...K, reason: 'r' })).toMatchObject([{ data: K, personal: { reason: 'r' } }]);
  });

  it.each([
    ['AcknowledgeComplaint', {}],
    ['ResolveComplaint', { resolution: 'x' }],
    ['ReopenComplaint', { reason: 'x' }],
  ])('%s needs one that is logged, and not before it', (name, fields) => {
    expect(registered().refusal(name, { ...K, ...fields })).toMatchObject({
      code: 'complaint-unknown',
      pointer: '/complaintId',
    });
    expect(logged().refusal(name, { ...K, ...fields, occurredAt: '2026-02-28' })).toMatchObject({
      code: 'before-complaint',
      pointer: '/occurredAt',
    });
  });

  it('is not reopened before it was resolved, nor compensated below zero', () => {
    expect(resolved().refusal('ReopenComplaint', { ...K, reason: 'r', occurredAt: '2026-03-04' }).code).toBe('before-resolution');
    expect(logged().refusal('ResolveComplaint', { ...K, resolution: 'x', compensation: usd(-1) })).toMatchObject({
      code: 'amount-negative',
      pointer: '/compensation/minor',
    });
  });
});
