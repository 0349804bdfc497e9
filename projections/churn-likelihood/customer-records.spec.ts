import type { CustomerRecord } from '@tenure/models';
import { parseDay } from '@tenure/time';
import { liveView } from '../shared/reading/live-view.js';
import { type GivenEvent, purchase, registered } from '../shared/testing/events.js';
import { MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { customerRecords } from './customer-records.js';
import { churnProjection } from './projection.js';
import { signalsChecksum } from './signals/signals-checksum.js';

it('records of all customers with a purchase are read as often as they are asked for, in days of the zone', async () => {
  const snapshot = new MemorySnapshot([churnProjection], {
    ada: [registered('2026-01-01'), purchase('2026-01-02T20:00Z'), { type: 'VisitRecorded', at: '2026-01-05T20:00Z', data: { visitId: 'v' } }],
    bo: [registered('2026-01-01')],
    cy: [purchase('2026-01-09T20:00Z')],
  });
  const records = customerRecords(snapshot, 'Asia/Shanghai');
  for (let reading = 0; reading < 2; reading += 1) {
    const read: CustomerRecord[] = [];
    for await (const chunk of records.read()) read.push(...chunk);
    expect(read).toMatchObject([
      { purchases: [parseDay('2026-01-03')], visits: [parseDay('2026-01-06')] },
      { purchases: [parseDay('2026-01-10')], visits: [] },
    ]);
  }
});

it('what models of staying learn from has a checksum: another one after a visit, and after its correction', async () => {
  const visit = { type: 'VisitRecorded', at: '2026-01-05T20:00Z', data: { visitId: 'v' } };
  const was = { occurredAt: '2026-01-05T20:00:00Z' };
  const corrected = { type: 'VisitCorrected', at: '2026-01-06T20:00Z', data: { visitId: 'v', was, now: { occurredAt: '2026-01-06T20:00:00Z' } } };
  const of = async (...ada: GivenEvent[]) => {
    const snapshot = new MemorySnapshot([churnProjection], { ada: [purchase('2026-01-02'), ...ada] });
    return signalsChecksum(snapshot, await liveView(snapshot, 'churn-likelihood'));
  };
  const sums = [await of(), await of(visit), await of(visit, corrected)];
  expect(sums[0]).toBe(0);
  expect(new Set(sums).size).toBe(3);
});
