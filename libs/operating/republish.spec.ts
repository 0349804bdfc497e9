import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOTHING_PUBLISHED } from '@tenure/event-feed';
import { MemoryRelayState } from '@tenure/event-feed/kafka';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret } from '@tenure/log-secret';
import { operations } from './operations.js';
import { recordingOperations } from './recording-operations.js';
import { republishing } from './republish.js';

const secret = givenSecret('the secret of the logs of this spec');

describe('publishing the log again', () => {
  let folder: string;
  let log: SqliteEventLog;
  let relay: MemoryRelayState;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-republish-'));
    log = await SqliteEventLog.open(join(folder, 'log.db'));
    relay = new MemoryRelayState();
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true });
  });
  /** A store that knows nothing about read models. */
  const store = { views: async () => [], checkpoints: async () => [] };
  const asked = (reason: string, state: Pick<MemoryRelayState, 'read' | 'startOver'> = relay, acceptLoss = false) =>
    republishing({ log, record: recordingOperations(log, secret), relay: state, store })({ reason, acceptLoss }, 'key:operator');
  const decisions = async () => (await log.readAll({ after: null, limit: 9 })).map(({ type, data, metadata }) => [type, data, metadata.actor]);

  it('is a decision in the log, with its reason, and fences whoever publishes', async () => {
    const epoch = (await relay.acquire('relay', 1_000))!;
    const published = { ...NOTHING_PUBLISHED, publication: 'first' };
    await relay.save(epoch, published);
    expect(await asked('the topic was deleted')).toBe((await log.head())!.position);
    expect(await decisions()).toEqual([['RepublicationRequested', { reason: 'the topic was deleted' }, 'key:operator']]);
    expect(await relay.save(epoch, published)).toBe(false);
    expect((await relay.read()).checkpoint).toMatchObject({ publication: null, position: null });
  });

  it('says so where the relays cannot be told, and can be sent again', async () => {
    const away = {
      startOver: async () => {
        throw new Error('no server');
      },
    };
    await expect(asked('lost', { read: async () => relay.read(), ...away })).rejects.toMatchObject({ name: 'Unavailable', code: 'relay-state-unavailable' });
    await asked('lost');
    expect(await decisions()).toHaveLength(2);
  });

  it('is refused where the log lacks what was published, unless the loss is accepted, which the log then tells', async () => {
    const published = { publication: 'first', position: '0007', recordedAt: 1, eventId: 'e', logId: await log.id(), offsets: [7] };
    await relay.save((await relay.acquire('relay', 1_000))!, published);
    await expect(asked('deleted')).rejects.toMatchObject({
      code: 'facts-missing',
      message: expect.stringMatching(/topic are not of this log: they stand at 0007.*--accept-loss/),
    });
    expect([await decisions(), (await relay.read()).checkpoint.publication]).toEqual([[], 'first']);
    await asked('restored', relay, true);
    expect(await decisions()).toEqual([
      ['LogRestored', { restoredAt: expect.any(String), backup: null, lost: { position: '0007', recordedAt: 1 }, reason: 'restored' }, 'key:operator'],
      ['RepublicationRequested', { reason: 'restored' }, 'key:operator'],
    ]);
  });

  it('is refused where read models follow the log itself', async () => {
    const { republish } = operations({ republish: null } as never);
    await expect(republish({ reason: 'why not', acceptLoss: false }, 'key:operator')).rejects.toMatchObject({ name: 'NotFound', code: 'no-topic' });
  });
});
