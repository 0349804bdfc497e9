import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { customerStreams, type Projection } from '@tenure/projecting';
import type { Query } from '../query.js';
import type { ReadModel } from '../read-model.js';
import { Past } from './past.js';

const clock: Query = {
  name: 'clock',
  path: 'clock',
  summary: 'What time it is, and which fit is in force',
  params: class {},
  answer: {},
  access: 'figures',
  cost: 'lookup',
  run: async ({ now, models }) => ({ now: new Date(now).toISOString(), fit: await models.inForce('mbg-nbd') }),
};
const projection: Projection = {
  name: 'nothing',
  version: 1,
  of: customerStreams,
  reads: 'all',
  initial: () => null,
  evolve: (document) => document,
  contributions: () => [],
};
const readModel = { projection, queries: [clock] } as unknown as ReadModel;
const never = new AbortController().signal;
const today = Date.parse('2026-11-22T10:00:00Z');

describe('a past in which nothing had been recorded', () => {
  let folder: string;
  let log: SqliteEventLog;
  let past: Past;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-past-'));
    log = await SqliteEventLog.open(join(folder, 'events.db'));
    past = new Past(
      { readModels: [readModel], log, scratch: folder, megabytes: 100 },
      { timezone: 'UTC', currency: 'USD', now: () => today, personal: { open: async () => [] } },
    );
  });
  afterEach(async () => {
    await past.close();
    await log.close();
    rmSync(folder, { recursive: true });
  });

  it('is answered, with the time asked for as its clock and no fit in force', async () => {
    const recordedAt = Date.parse('2020-01-01T23:59:59.999Z');
    expect(await past.run(clock, {}, { personal: true }, { recordedAt }, never)).toEqual({
      answer: { now: '2020-01-01T23:59:59.999Z', fit: null },
      asOf: { position: null, recordedAt: null, lagMs: 0 },
    });
  });

  it('has the clock of today where a position before the first event is asked for', async () => {
    const { answer } = await past.run(clock, {}, { personal: true }, { position: log.readPosition('0')! }, never);
    expect(answer).toEqual({ now: '2026-11-22T10:00:00.000Z', fit: null });
  });
});
