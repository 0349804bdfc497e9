import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret } from '@tenure/log-secret';
import { belongsToLog, sealEvent, Vault } from '@tenure/vault';
import { SqliteKeys } from '@tenure/vault/sqlite';
import { type DataFolder, dataFolder } from '../process/data-folder.js';
import { sealLog } from './seal-log.js';

const SECRET = '0123456789abcdef0123456789abcdef';
const secret = givenSecret(SECRET);
const stream = streamOf('a');
const steps = { sealed: () => undefined, verifies: () => undefined };

let folder: string;
let from: DataFolder;
let to: DataFolder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-seal-log-'));
  [from, to] = [dataFolder(folder), dataFolder(join(folder, 'sealed'))];
  writeFileSync(from.logSecret, SECRET, { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = (file: string) => SqliteEventLog.open(file, { keyed: () => secret.keyed() });

/** Visits of version 1: one in clear, and one of these facts, whose note was sealed for another place, and opens nowhere. */
async function recordVisits(data: object): Promise<void> {
  const log = await opened(from.events);
  const keys = SqliteKeys.openForWriting(from.vault);
  await belongsToLog(log, secret)(keys);
  const key = await new Vault(keys, secret).keyFor('a');
  const visit = (index: number, facts: object) => ({
    type: 'VisitRecorded',
    version: 1,
    occurredAt: 0,
    data: facts,
    personal: { note: 'rang twice' },
    metadata: { commandId: 'c', index, of: 2, payloadHash: 'h', actor: 'spec' },
  });
  const events = [visit(0, { visitId: 'V-1', channel: 'web', subject: 'a new roof' }), sealEvent(visit(1, data), key, stream, 7)];
  await log.append({ stream, expected: 'no-stream', events });
  await keys.close();
  await log.close();
}

it('leaves an event whose sealed part does not open as it is where nothing of its facts is to be sealed, and seals all others', async () => {
  await recordVisits({ visitId: 'V-2', channel: 'web' });
  expect(await sealLog(from, to, null, steps)).toMatchObject({ events: 3, sealed: 1 });
  const [before, after] = [await opened(from.events), await opened(to.events)];
  const damaged = async (log: SqliteEventLog) => {
    const { version, data, personal, metadata, checksum } = (await log.readStream(stream))[1]!;
    return { version, data, personal, metadata, checksum };
  };
  expect(await damaged(after)).toEqual(await damaged(before));
  expect((await after.readStream(stream))[0]).toMatchObject({ version: 2, data: { visitId: 'V-1', channel: 'web' }, metadata: { keyEpoch: 1 } });
  await before.close();
  await after.close();
});

it('refuses where words would stay in clear beside a part that does not open', async () => {
  await recordVisits({ visitId: 'V-2', channel: 'web', subject: 'a new roof' });
  await expect(sealLog(from, to, null, steps)).rejects.toMatchObject({
    name: 'SealingRefused',
    message: expect.stringMatching(/revision 1 of stream "customer-a"/),
  });
});
