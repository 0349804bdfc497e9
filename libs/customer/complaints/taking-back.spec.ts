import { registered, usd } from '../testing/story.js';

const why = { reason: 'it turned out worse' };
const logged = () => registered().given('LogComplaint', { complaintId: 'K', subject: 'late', severity: 'low', product: 'lamp', occurredAt: '2026-03-01' });
const resolved = () =>
  logged()
    .given('AcknowledgeComplaint', { complaintId: 'K', occurredAt: '2026-03-02' })
    .given('ResolveComplaint', { complaintId: 'K', resolution: 'sorry', compensation: usd(500), occurredAt: '2026-03-03' });

describe('a correction of a complaint', () => {
  it('changes what was said about it, whether it is open or resolved', () => {
    for (const story of [logged(), resolved()]) {
      const [fact] = story.outcome('CorrectComplaint', { complaintId: 'K', severity: 'high', product: null, description: 'It never came.', ...why });
      expect(fact).toMatchObject({
        type: 'ComplaintCorrected',
        precision: 'day',
        data: { was: { severity: 'low', product: 'lamp' }, now: { severity: 'high' } },
        personal: { subject: 'late', description: 'It never came.', ...why },
      });
      expect((fact!.data as { now: object }).now).not.toHaveProperty('product');
    }
  });

  it('changes the dates of its steps, and what the resolution says', () => {
    const [fact] = resolved().outcome('CorrectComplaint', {
      complaintId: 'K',
      acknowledgedAt: '2026-03-01',
      resolvedAt: '2026-03-04T10:00:00Z',
      resolution: 'money back',
      compensation: null,
      ...why,
    });
    expect((fact!.data as { now: { steps: object[] } }).now.steps).toEqual([
      { step: 'acknowledged', occurredAt: '2026-03-01' },
      { step: 'resolved', occurredAt: '2026-03-04T10:00:00Z' },
    ]);
    expect(fact!.personal).toEqual({ subject: 'late', resolution: 'money back', wasResolution: 'sorry', ...why });
  });

  it('changes what it is about: what was said before stands beside it, and neither among the facts', () => {
    const story = resolved().given('CorrectComplaint', { complaintId: 'K', subject: 'parcel lost', ...why });
    const corrected = story.facts.at(-1)!;
    expect(corrected.personal).toEqual({ subject: 'parcel lost', wasSubject: 'late', resolution: 'sorry', ...why });
    expect(JSON.stringify(corrected.data)).not.toMatch(/late|lost|sorry/);
    expect(story.refusal('CorrectComplaint', { complaintId: 'K', subject: 'parcel lost', resolution: 'sorry', ...why }).code).toBe('nothing-changed');
    const [voided] = story.outcome('VoidComplaint', { complaintId: 'K', ...why });
    expect(voided!.personal).toEqual({ wasSubject: 'parcel lost', wasResolution: 'sorry', ...why });
    expect(JSON.stringify(voided!.data)).not.toMatch(/late|lost|sorry/);
  });

  it('takes a resolution back by null: the complaint is open again', () => {
    const story = resolved().given('CorrectComplaint', { complaintId: 'K', resolvedAt: null, acknowledgedAt: null, ...why });
    story.given('AcknowledgeComplaint', { complaintId: 'K' }).given('ResolveComplaint', { complaintId: 'K', resolution: 'sorry' });
  });

  it.each([
    [{ complaintId: 'X', severity: 'high' }, 'complaint-unknown', '/complaintId'],
    [{ complaintId: 'K', severity: 'low' }, 'nothing-changed', undefined],
    [{ complaintId: 'K', occurredAt: '2026-03-04' }, 'before-complaint', '/occurredAt'],
    [{ complaintId: 'K', resolvedAt: '2026-02-01' }, 'before-complaint', '/occurredAt'],
    [{ complaintId: 'K', resolvedAt: '2027-02-01' }, 'occurred-in-future', '/resolvedAt'],
    [{ complaintId: 'K', compensation: usd(-1) }, 'amount-negative', '/compensation/minor'],
  ])('%j is refused as %s', (fields, code, pointer) => {
    const refusal = resolved().refusal('CorrectComplaint', { ...fields, ...why });
    expect(refusal.code).toBe(code);
    expect(refusal.pointer).toBe(pointer);
  });

  it.each([
    [{ acknowledgedAt: '2026-03-02' }, 'complaint-not-acknowledged', '/acknowledgedAt'],
    [{ resolvedAt: '2026-03-02' }, 'complaint-not-resolved', '/resolvedAt'],
    [{ resolution: 'sorry' }, 'complaint-not-resolved', '/resolution'],
    [{ compensation: usd(1) }, 'complaint-not-resolved', '/compensation'],
  ])('of a step that was not taken is refused: %j', (fields, code, pointer) => {
    expect(logged().refusal('CorrectComplaint', { complaintId: 'K', ...fields, ...why })).toMatchObject({ code, pointer });
  });
});

it('a voided complaint is gone with its steps, and may be logged again', () => {
  const story = resolved().given('VoidComplaint', { complaintId: 'K', ...why });
  for (const [name, fields] of [
    ['VoidComplaint', {}],
    ['CorrectComplaint', { severity: 'high' }],
    ['ReopenComplaint', {}],
  ] as const) {
    expect(story.refusal(name, { complaintId: 'K', ...fields, ...why })).toMatchObject({ code: 'complaint-voided', pointer: '/complaintId' });
  }
  story.given('LogComplaint', { complaintId: 'K', subject: 'lost' }).given('AcknowledgeComplaint', { complaintId: 'K' });
});
