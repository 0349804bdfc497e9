import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandProcessor } from '@tenure/commanding';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { givenSecret } from '@tenure/log-secret';
import { SealedSnapshots, SealingLog, SqliteKeys, Vault } from '@tenure/vault';

it('a snapshot of before, in clear on EventStoreDB, is dropped when its customer is loaded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-esdb-'));
  const standIn = await startEventStoreDbStandIn({ data: folder });
  const log = await EventStoreDbEventLog.open({ url: standIn.url, namespace: 'before.' });
  const secret = givenSecret('the secret of the logs of this spec');
  const vault = new Vault(SqliteKeys.openForWriting(join(folder, 'vault.db')), secret);
  try {
    const processor = (snapshots: SealedSnapshots | null) =>
      new CommandProcessor(new SealingLog(log, vault), secret, { snapshots, longFrom: 5, snapshotEvery: 5 });
    const purchase = (id: string) => ({
      name: 'RecordPurchase',
      customerId: 'a',
      id,
      data: { customerId: 'a', orderId: id, amount: { minor: 100, currency: 'USD' } },
      actor: 'spec',
      registerUnknown: true,
    });
    const before = processor(null);
    for (let n = 0; n < 10; n += 1) await before.execute(purchase(`${n}`));
    const kept = log.snapshots();
    await kept.keep('customer-a', { stream: 'customer-a', from: 0, to: 9, whole: { identity: { personal: { name: 'Ada' } } } }, true);
    await processor(new SealedSnapshots(kept, vault, () => {})).execute(purchase('now'));
    for (let tries = 0; tries < 100 && JSON.stringify(await kept.read('customer-a')).includes('Ada'); tries += 1)
      await new Promise((next) => setTimeout(next, 20));
    expect(await kept.read('customer-a')).toEqual([{ sealed: expect.stringMatching(/^sealed\./) }]);
  } finally {
    await vault.close();
    await log.close();
    await standIn.stop();
    rmSync(folder, { recursive: true });
  }
});
