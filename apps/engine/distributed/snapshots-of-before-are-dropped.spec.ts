import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandProcessor } from '@tenure/commanding';
import type { Snapshots } from '@tenure/event-log';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { givenSecret } from '@tenure/log-secret';
import { SealedSnapshots, SealingLog, Vault } from '@tenure/vault';
import { SqliteKeys } from '@tenure/vault/sqlite';

it('a snapshot of before, in clear on EventStoreDB, is dropped when its customer is loaded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-esdb-'));
  const standIn = await startEventStoreDbStandIn({ data: folder });
  const log = await EventStoreDbEventLog.open({ url: standIn.url, namespace: 'before.' });
  const secret = givenSecret('the secret of the logs of this spec');
  const vault = new Vault(SqliteKeys.openForWriting(join(folder, 'vault.db')), secret);
  try {
    const processor = (snapshots: Snapshots) => new CommandProcessor(new SealingLog(log, vault), secret, { snapshots, longFrom: 5, snapshotEvery: 5 });
    const command = (name: string, id: string, data: object) => ({ name, customerId: 'a', id, data: { customerId: 'a', ...data }, actor: 'spec' });
    const purchase = (id: string) => command('RecordPurchase', id, { orderId: id, amount: { minor: 100, currency: 'USD' } });
    const kept = log.snapshots();
    const whether = async (inClear: boolean) => {
      const isSo = async () => JSON.stringify(await kept.read('customer-a')).includes('Ada') === inClear;
      for (let tries = 0; tries < 100 && !(await isSo()); tries += 1) await new Promise((next) => setTimeout(next, 20));
      return kept.read('customer-a');
    };
    const before = processor(kept);
    await before.execute(command('RegisterCustomer', 'r', { personal: { name: 'Ada' } }));
    for (let n = 0; n < 10; n += 1) await before.execute(purchase(`${n}`));
    expect(JSON.stringify(await whether(true))).toContain('Ada');
    const now = await processor(new SealedSnapshots(kept, vault, () => {})).execute(purchase('now'));
    expect(now).toMatchObject({ status: 'accepted', revision: 11 });
    expect(await whether(false)).toEqual([{ sealed: expect.stringMatching(/^sealed\./) }]);
  } finally {
    await vault.close();
    await log.close();
    await standIn.stop();
    rmSync(folder, { recursive: true });
  }
});
