import type { CustomerRecord } from '@tenure/models';
import { parseDay } from '@tenure/time';
import { purchase, registered } from '../shared/testing/events.js';
import { MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { customerRecords } from './customer-records.js';
import { churnProjection } from './projection.js';

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
