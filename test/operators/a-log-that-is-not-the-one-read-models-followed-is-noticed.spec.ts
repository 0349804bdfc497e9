import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Status {
  readonly log: { readonly events: number };
  readonly projections: readonly { readonly lagEvents: number }[];
  readonly setAside: { readonly reason: string; readonly keptAs: string } | null;
}

describeEmbedded('read models beside a log that they have not followed', () => {
  let data: string;
  let engine: EngineProcess;

  const start = async (...args: string[]) => (engine = await EngineProcess.start({ data, args }));
  const register = () => engine.client.accept('RegisterCustomer', { customerId: 'ada' });
  const buy = (orderId: string, minor: number) =>
    engine.client.accept('RecordPurchase', { customerId: 'ada', occurredAt: '2026-03-01T12:00:00Z', orderId, amount: { minor, currency: 'EUR' } });
  const spent = async () =>
    (await engine.client.get<{ totals: { spend: { minor: number } }[] }>(`/v1/customers/ada?minPosition=${await engine.client.head()}`)).totals[0]!.spend.minor;
  const status = () => engine.client.get<Status>('/v1/status');

  beforeEach(async () => {
    data = join(temporaryFolder(), 'data');
    await start();
    await register();
    await buy('A-1', 100);
  });
  afterEach(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('are set aside and built anew when an older state of the log was put back', async () => {
    await engine.stop();
    cpSync(join(data, 'events.db'), join(data, '..', 'older.db'));
    await start();
    const { position } = await buy('A-2', 3);
    expect(await spent()).toBe(103);
    await engine.stop();
    cpSync(join(data, '..', 'older.db'), join(data, 'events.db'));
    await start();
    const reason = expect.stringMatching(/they stand at \d+, and the log ends at \d+/);
    expect(engine.stderr).toEqual(reason);
    expect(await spent()).toBe(100);
    const { setAside, projections } = await status();
    expect(setAside).toMatchObject({ reason });
    expect(projections.filter(({ lagEvents }) => lagEvents < 0)).toEqual([]);
    expect(readdirSync(data).filter((name) => name.startsWith('read-models.db.set-aside'))).toHaveLength(1);
    const answer = await engine.client.ask(`/v1/customers/ada?minPosition=${position}&timeout=60000`);
    expect([answer.status, answer.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'position-beyond-head', detail: expect.stringContaining('restored') }),
    ]);
    expect(await engine.client.check()).toMatchObject({ identical: true });
  });

  it('keep an engine from starting when the log is gone, unless it is told to', async () => {
    await engine.stop();
    rmSync(join(data, 'events.db'));
    await expect(start()).rejects.toThrow(
      /events\.db is missing, but the read models beside it stand at position \d+.*tenure restore FILE --data.*--accept-loss/,
    );
    await start('--accept-loss');
    expect((await status()).log.events).toBe(0);
    await register();
    await buy('C-1', 9);
    expect(await spent()).toBe(9);
  });
});
