import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryRelayState } from '@tenure/event-feed/kafka';
import { SqliteEventLog } from '@tenure/event-log';
import { givenSecret } from '@tenure/log-secret';
import { operations } from './operations.js';
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
  const decisions = async () => (await log.readAll({ after: null, limit: 9 })).map(({ type, data, metadata }) => [type, data, metadata.actor]);

  it('is a decision in the log, with its reason, and fences whoever publishes', async () => {
    const epoch = (await relay.acquire('relay', 1_000))!;
    const published = { publication: 'first', position: '0007', recordedAt: 1, offsets: [7] };
    await relay.save(epoch, published);
    expect(await republishing(log, secret, relay)('the topic was deleted', 'key:operator')).toBe((await log.head())!.position);
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
    await expect(republishing(log, secret, away)('lost', 'key:operator')).rejects.toMatchObject({ name: 'Unavailable', code: 'relay-state-unavailable' });
    await republishing(log, secret, relay)('lost', 'key:operator');
    expect(await decisions()).toHaveLength(2);
  });

  it('is refused where read models follow the log itself', async () => {
    const { republish } = operations({ republish: null } as never);
    await expect(republish('why not', 'key:operator')).rejects.toMatchObject({ name: 'NotFound', code: 'no-topic' });
  });
});
