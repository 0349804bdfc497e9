import type { RecordedEvent } from '@tenure/event-log';
import { contextOf } from '../shared/testing/context.js';
import { event, type GivenEvent } from '../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { readComplaint } from './complaint.js';
import { type ComplaintList, complaintListQuery } from './list-query.js';
import type { ComplaintListParameters, ComplaintSummaryParameters } from './parameters.js';
import { complaintsProjection } from './projection.js';
import { type ComplaintSummary, complaintSummaryQuery } from './summary-query.js';

const logged = (at: string, complaintId: string, severity = 'high'): GivenEvent => ({
  type: 'ComplaintLogged',
  at,
  data: { complaintId, severity, subject: 'late delivery' },
});
const acknowledged = (at: string, complaintId: string): GivenEvent => ({ type: 'ComplaintAcknowledged', at, data: { complaintId } });
const resolved = (at: string, complaintId: string, minor?: number): GivenEvent => ({
  type: 'ComplaintResolved',
  at,
  data: { complaintId, resolution: 'sent again', ...(minor === undefined ? {} : { compensation: { minor, currency: 'USD' } }) },
});
const reopened = (at: string, complaintId: string): GivenEvent => ({ type: 'ComplaintReopened', at, data: { complaintId, reason: 'still broken' } });

const contextFor = (histories: Histories, now?: string) => contextOf(new MemorySnapshot([complaintsProjection], histories), { now });
const list = (histories: Histories, parameters: ComplaintListParameters = {}) =>
  complaintListQuery.run(contextFor(histories), parameters) as Promise<ComplaintList>;
const summary = (histories: Histories, parameters: ComplaintSummaryParameters = {}, now?: string) =>
  complaintSummaryQuery.run(contextFor(histories, now), parameters) as Promise<ComplaintSummary>;

/** The example of the definition page. */
const example = [
  logged('2026-03-01T08:00Z', 'k1'),
  resolved('2026-03-01T20:00Z', 'k1'),
  reopened('2026-03-02', 'k1'),
  resolved('2026-03-03T08:00Z', 'k1', 500),
];

const histories: Histories = {
  ada: example,
  bo: [logged('2026-02-20', 'k1', 'low'), logged('2026-04-01', 'k2', 'critical'), acknowledged('2026-04-02', 'k2')],
  cy: [logged('2026-02-20', 'k9', 'low'), resolved('2026-02-21', 'k9'), reopened('2026-04-03', 'k9')],
};

describe('complaints', () => {
  it('answers the example of its definition', async () => {
    const { openNow, periods } = await summary({ ada: example });
    expect(openNow.total).toBe(0);
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({
      start: '2026-03',
      opened: { high: 1, total: 1 },
      resolved: { high: 2 },
      reopened: { high: 1 },
      meanHoursToResolve: 48,
      compensation: [{ minor: 500, currency: 'USD' }],
    });
    expect(periods[0]!.timeToResolve.filter(({ count }) => count > 0)).toEqual([{ upToHours: 72, count: 1 }]);
  });

  it('counts by month and severity, and what is open now', async () => {
    const { openNow, periods } = await summary(histories, {}, '2026-04-15T00:00:00Z');
    expect(openNow).toEqual({ low: 2, medium: 0, high: 0, critical: 1, total: 3 });
    expect(periods.map(({ start, opened, resolved: closed, inProgress }) => [start, opened.total, closed.total, inProgress])).toEqual([
      ['2026-02', 2, 1, undefined],
      ['2026-03', 1, 2, undefined],
      ['2026-04', 1, 0, true],
    ]);
    expect(periods[0]!.meanHoursToResolve).toBeNull(); // the reopening cancelled its resolution
    expect((await summary(histories, { from: '2026-03', to: '2026-03-31' })).periods).toHaveLength(1);
  });

  it('counts by the months of the zone asked for, and says the same of it in UTC from kept sums', async () => {
    const late = { ada: [logged('2026-03-01T02:00:00Z', 'k1'), resolved('2026-03-01T02:30:00Z', 'k1', 500)] };
    for (const [timezone, month] of [
      ['America/New_York', '2026-02'],
      ['UTC', '2026-03'],
      ['Asia/Tokyo', '2026-03'],
    ]) {
      const { definition, periods } = await summary(late, { timezone });
      expect(definition).toMatchObject({ timezone, present: { basis: 'latest-fact' } });
      expect(periods).toMatchObject([{ start: month, opened: { total: 1 }, resolved: { total: 1 }, compensation: [{ minor: 500, currency: 'USD' }] }]);
    }
    const [{ definition: _, ...inUtc }, { definition: __, ...asCounted }] = await Promise.all([
      summary(histories),
      summary(histories, { timezone: 'Africa/Abidjan' }),
    ]);
    expect(asCounted).toEqual(inUtc);
  });

  it('lists those opened on some days, both inclusive, in the zone', async () => {
    const late = { ada: [logged('2026-03-01T02:00:00Z', 'k1'), logged('2026-03-01T05:00:00Z', 'k2')] };
    const ids = async (parameters: ComplaintListParameters) => (await list(late, parameters)).items.map(({ complaintId }) => complaintId);
    expect(await ids({ from: '2026-03-01', to: '2026-03-01' })).toEqual(['k1', 'k2']);
    expect(await ids({ from: '2026-03-01', to: '2026-03-01', timezone: 'America/New_York' })).toEqual(['k2']);
    expect(await ids({ to: '2026-02', timezone: 'America/New_York' })).toEqual(['k1']);
    await expect(list(late, { from: '2026-03-02', to: '2026-03-01' })).rejects.toMatchObject({ parameter: 'from' });
  });

  it('lists them, those that wait longest first', async () => {
    const ids = async (parameters?: ComplaintListParameters) =>
      (await list(histories, parameters)).items.map(({ customerId, complaintId }) => `${customerId}/${complaintId}`);
    expect(await ids()).toEqual(['bo/k1', 'cy/k9', 'ada/k1', 'bo/k2']);
    expect(await ids({ order: 'newest' })).toEqual(['bo/k2', 'ada/k1', 'bo/k1', 'cy/k9']);
    expect(await ids({ status: 'unresolved' })).toEqual(['bo/k1', 'cy/k9', 'bo/k2']);
    expect(await ids({ status: 'reopened' })).toEqual(['cy/k9']);
    expect(await ids({ severity: 'low', status: 'open' })).toEqual(['bo/k1']);
  });

  it('shows how a complaint stands', async () => {
    expect((await list(histories, { status: 'resolved' })).items).toEqual([
      {
        customerId: 'ada',
        complaintId: 'k1',
        status: 'resolved',
        severity: 'high',
        subject: 'late delivery',
        product: null,
        orderId: null,
        channel: null,
        openedAt: '2026-03-01T08:00:00Z',
        acknowledgedAt: null,
        resolvedAt: '2026-03-03T08:00:00Z',
        secondsToResolve: 172_800,
        resolution: 'sent again',
        reopened: 1,
        compensation: [{ minor: 500, currency: 'USD' }],
      },
    ]);
  });

  it('keeps what was said from a reader without a role for personal data, in the list and its rows, and says so', async () => {
    const context = contextOf(new MemorySnapshot([complaintsProjection], { ada: example }), { personal: false });
    const answer = (await complaintListQuery.run(context, {})) as ComplaintList;
    expect(answer.items).toMatchObject([
      { severity: 'high', subject: null, resolution: null, sealed: { fields: ['subject', 'resolution'], reason: 'not-permitted' } },
    ]);
    const [row] = complaintListQuery.rows!(answer as never);
    expect(row).toMatchObject({ complaintId: 'k1', subject: null, resolution: null, sealed: 'subject resolution' });
    expect(Object.keys(row!)).toEqual(complaintListQuery.columns!(answer as never));
  });

  it('shows what a correction said of it, and of its resolution; what was said of an earlier one stays', async () => {
    const counted = (steps: object[]) => ({ occurredAt: '2026-03-01T08:00:00Z', subject: 'late delivery', severity: 'high', steps });
    const step = (kind: string, occurredAt: string, more: object = {}) => ({ step: kind, occurredAt, ...more });
    const before = [
      step('resolved', '2026-03-05T00:00:00Z', { resolution: 'sent again' }),
      step('reopened', '2026-03-06T00:00:00Z', { reason: 'still broken' }),
    ];
    const steps = [...before, step('resolved', '2026-03-04T00:00:00Z', { resolution: 'sent again' })];
    const now = [...before, step('resolved', '2026-03-04T00:00:00Z', { resolution: 'money back' })];
    const history = [
      logged('2026-03-01T08:00Z', 'k1'),
      resolved('2026-03-05T00:00Z', 'k1'),
      reopened('2026-03-06T00:00Z', 'k1'),
      resolved('2026-03-04T00:00Z', 'k1'),
    ];
    const corrected = (data: object): GivenEvent => ({
      type: 'ComplaintCorrected',
      at: '2026-03-01T08:00Z',
      data: { complaintId: 'k1', reason: 'typed wrong', ...data },
    });
    const right = { was: counted(steps), now: { ...counted(now), subject: 'parcel lost' } };
    // The resolution that happened last is shown, though another was recorded after it.
    expect((await list({ ada: [...history, corrected(right)] })).items).toMatchObject([{ subject: 'parcel lost', resolution: 'sent again' }]);
    const undone = [history[0]!, resolved('2026-03-04T00:00Z', 'k1')];
    const only = { was: counted(steps.slice(2)), now: counted(now.slice(2)) };
    expect((await list({ ada: [...undone, corrected(only)] })).items).toMatchObject([{ subject: 'late delivery', resolution: 'money back' }]);
  });

  it('has the words that were said last, in whatever order events arrive; of one that was voided none', () => {
    const counted = { occurredAt: '2026-03-01T08:00:00Z', severity: 'high', steps: [] };
    const reworded = (subject: string): GivenEvent => ({
      type: 'ComplaintCorrected',
      at: '2026-03-01T08:00Z',
      data: { complaintId: 'k1', reason: 'typed wrong', was: counted, now: { ...counted, subject } },
    });
    const voided: GivenEvent = { type: 'ComplaintVoided', at: '2026-03-01T08:00Z', data: { complaintId: 'k1', reason: 'typed twice', was: counted } };
    const recorded = [logged('2026-03-01T08:00Z', 'k1'), reworded('parcel lost'), reworded('parcel found')].map((given, at) => event('ada', at, given));
    const documentOf = (events: readonly RecordedEvent[]) =>
      events.reduce((document, each) => complaintsProjection.evolve(document, each), complaintsProjection.initial('ada'));
    const [first, second, third] = recorded as [RecordedEvent, RecordedEvent, RecordedEvent];
    const fourth = event('ada', 3, voided);
    const inOrder = documentOf(recorded);
    expect(inOrder.map(readComplaint)).toMatchObject([{ subject: 'parcel found' }]);
    expect(documentOf([third, first, second])).toEqual(inOrder);
    expect(documentOf([first, third, second])).toEqual(inOrder);
    expect(documentOf([fourth, ...recorded])).toEqual(documentOf([...recorded, fourth]));
    expect(JSON.stringify(documentOf([third, fourth, second, first]))).not.toContain('parcel');
  });

  it('stays resolved when an acknowledgement comes after', async () => {
    const { items } = await list({ ada: [logged('2026-03-01', 'k1'), resolved('2026-03-02', 'k1'), acknowledged('2026-03-03', 'k1')] });
    expect(items).toMatchObject([{ status: 'resolved', acknowledgedAt: '2026-03-03T00:00:00Z', resolvedAt: '2026-03-02T00:00:00Z' }]);
  });

  it('is whole when read page by page', async () => {
    const paged: unknown[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: ComplaintList = await list(histories, { limit: '1', cursor });
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual((await list(histories)).items);
  });

  it('answers nothing when there is nothing', async () => {
    expect(await summary({ ada: [] })).toMatchObject({ periods: [], openNow: { total: 0 } });
    expect(await list({ ada: [] })).toMatchObject({ items: [], next: null });
  });
});
