import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyedHash } from '@tenure/log-secret';
import Database from 'better-sqlite3';
import { StreamDamaged } from '../errors.js';
import type { NewEvent, RecordedEvent } from '../event.js';
import { copySealing } from './copy-sealing.js';
import { SqliteEventLog } from './sqlite-event-log.js';

const keyed = createKeyedHash(Buffer.alloc(32, 7), 1);
const event: NewEvent = {
  type: 'CustomerRegistered',
  version: 1,
  occurredAt: 0,
  data: {},
  personal: { name: 'Ada Lovelace' },
  metadata: { commandId: 'c', index: 0, of: 1, payloadHash: 'h2.1.x', actor: 'spec' },
};
const seal = async (events: readonly RecordedEvent[]): Promise<NewEvent[]> =>
  events.map(({ metadata }) => ({ ...event, personal: { name: 'sealed' }, metadata: { ...metadata, keyEpoch: 1 } }));

let folder: string;
let file: string;
let target: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-sealing-'));
  [file, target] = [join(folder, 'events.db'), join(folder, 'sealed.db')];
  const log = await SqliteEventLog.open(file, { keyed: async () => keyed });
  await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event] });
  await log.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

it('seals what is as it was recorded', async () => {
  expect(await copySealing(file, target, seal, [], keyed, () => {})).toEqual({ events: 1, sealed: 1 });
  expect(readFileSync(target, 'latin1')).not.toContain('Ada Lovelace');
});

it('seals what version 1 of a type had among its facts, and leaves what is neither as it is', async () => {
  const log = await SqliteEventLog.open(file, { keyed: async () => keyed });
  const inClear = {
    ...event,
    type: 'CustomerClosed',
    data: { reason: 'married Grace Hopper' },
    personal: undefined,
    metadata: { ...event.metadata, commandId: 'd' },
  };
  const visit = { ...inClear, type: 'VisitRecorded', data: { visitId: 'V' }, metadata: { ...event.metadata, commandId: 'e' } };
  await log.append({ stream: 'customer-b', expected: 'no-stream', events: [inClear, visit] });
  await log.close();
  const taken: string[] = [];
  const sealing = async (events: readonly RecordedEvent[]): Promise<NewEvent[]> =>
    events.map(({ type, metadata }) => {
      taken.push(type);
      return { ...event, type, version: 2, data: {}, personal: { reason: 'sealed' }, metadata: { ...metadata, keyEpoch: 1 } };
    });
  expect(await copySealing(file, target, sealing, ['CustomerClosed'], keyed, () => {})).toEqual({ events: 3, sealed: 2 });
  expect(taken).toEqual(['CustomerRegistered', 'CustomerClosed']);
  expect(readFileSync(target, 'latin1')).not.toMatch(/Ada Lovelace|Grace Hopper/);
  const copy = await SqliteEventLog.open(target, { keyed: async () => keyed });
  const [closed, visited] = await copy.readStream('customer-b');
  await copy.close();
  expect(closed).toMatchObject({ type: 'CustomerClosed', version: 2, revision: 0, data: {}, personal: { reason: 'sealed' } });
  expect(visited).toMatchObject({ type: 'VisitRecorded', version: 1, data: { visitId: 'V' } });
});

it('does not seal a personal part that was changed, or that no secret at hand speaks for: it would be as good as recorded', async () => {
  const other = createKeyedHash(Buffer.alloc(32, 8), 2);
  await expect(copySealing(file, target, seal, [], other, () => {})).rejects.toThrow(StreamDamaged);
  rmSync(target);
  const database = new Database(file);
  database.exec(`DROP TRIGGER event_is_never_changed; UPDATE event SET personal = replace(personal, 'Ada', 'Eve')`);
  database.close();
  await expect(copySealing(file, target, seal, [], keyed, () => {})).rejects.toThrow(/revision 0 of stream "customer-a".*not what was recorded/);
  expect(existsSync(file)).toBe(true);
});
