import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEvent } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret } from '@tenure/log-secret';
import type { Command } from './command.js';
import { CommandProcessor } from './command-processor.js';

let directory: string;
let log: SqliteEventLog;
let processor: CommandProcessor;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tenure-commanding-'));
  log = await SqliteEventLog.open(join(directory, 'log.db'));
  processor = new CommandProcessor(log, givenSecret('the secret of the logs of this spec'));
});
afterEach(async () => {
  await log.close();
  rmSync(directory, { recursive: true });
});

const command = (name: string, id: string, data: object, more: Partial<Command> = {}): Command => {
  return { name, customerId: 'a', id, data: { customerId: 'a', ...data }, actor: 'spec', registerUnknown: true, ...more };
};

async function record(...commands: readonly Command[]): Promise<void> {
  for (const each of commands) expect(await processor.execute(each)).toMatchObject({ status: 'accepted', replayed: false });
}

/** The fact that an import is shown for a key that it gives to another row. */
async function standsFor(again: Command): Promise<NewEvent> {
  const [outcome] = await processor.executeRows([[{ command: { ...again, payloadHash: 'another' } }]]);
  if (outcome?.status !== 'refused' || outcome.outcome.status !== 'key-reused') throw new Error(JSON.stringify(outcome));
  return outcome.outcome.now!;
}

it('a return that was corrected twice stands with the reason of the last correction', async () => {
  const recorded = command('RecordReturn', 'r', { returnId: 'R-1', amount: { minor: 100, currency: 'USD' }, reason: 'A' }, { payloadHash: 'first' });
  const correct = (id: string, returnReason: string) => command('CorrectReturn', id, { returnId: 'R-1', returnReason, reason: 'typed wrong' });
  await record(recorded, correct('c1', 'B'), correct('c2', 'C'));
  const stands = await standsFor(recorded);
  expect(stands).toMatchObject({ type: 'PurchaseReturned', version: 2 });
  expect(stands.personal).toEqual({ reason: 'C' });
});

it('a resolution that was corrected twice stands as the last correction says', async () => {
  const logged = command('LogComplaint', 'k', { complaintId: 'K-1', subject: 'late', severity: 'high', occurredAt: '2026-03-01' });
  const resolved = command('ResolveComplaint', 's', { complaintId: 'K-1', resolution: 'r1', occurredAt: '2026-03-02' }, { payloadHash: 'first' });
  const correct = (id: string, data: object) => command('CorrectComplaint', id, { complaintId: 'K-1', reason: 'typed wrong', ...data });
  await record(logged, resolved, correct('c1', { resolution: 'r2' }), correct('c2', { resolution: 'r3', compensation: { minor: 700, currency: 'USD' } }));
  const stands = await standsFor(resolved);
  expect(stands).toMatchObject({ type: 'ComplaintResolved', version: 2, precision: 'day', personal: { resolution: 'r3' } });
  expect(stands.data).toEqual({ complaintId: 'K-1', compensation: { minor: 700, currency: 'USD' } });
});
