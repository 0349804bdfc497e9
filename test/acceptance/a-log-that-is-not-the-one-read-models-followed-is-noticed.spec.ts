import { cpSync, existsSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Status {
  readonly log: { readonly id: string; readonly events: number };
  readonly projections: readonly { readonly lagEvents: number }[];
  readonly setAside: { readonly reason: string; readonly keptAs: string } | null;
}

describeEmbedded('read models beside a log that they have not followed', () => {
  let data: string;
  let engine: EngineProcess | null = null;

  const start = async (...args: string[]) => (engine = await EngineProcess.start({ data, args }));
  const stop = async () => {
    await engine?.stop();
    engine = null;
  };
  const buy = (orderId: string, minor: number) =>
    engine!.client.accept('RecordPurchase', { customerId: 'ada', occurredAt: '2026-03-01T12:00:00Z', orderId, amount: { minor, currency: 'EUR' } });
  const spent = async () =>
    (await engine!.client.get<{ totals: { spend: { minor: number } }[] }>(`/v1/customers/ada?minPosition=${await engine!.client.head()}`)).totals[0]!.spend
      .minor;
  const status = () => engine!.client.get<Status>('/v1/status');
  const setAsides = () => readdirSync(data).filter((name) => /^read-models\.db\.set-aside-[\dTZ-]+$/.test(name));

  /** Everything was written into the files. */
  async function copyOf(name: string): Promise<string> {
    await stop();
    const copy = join(data, '..', name);
    cpSync(data, copy, { recursive: true });
    return copy;
  }

  async function isToldAndBuiltAnew(reason: RegExp): Promise<void> {
    expect(engine!.stderr).toMatch(reason);
    const { setAside, projections } = await status();
    expect(setAside).toMatchObject({ reason: expect.stringMatching(reason), keptAs: expect.stringContaining('set-aside') });
    expect(projections.every(({ lagEvents }) => lagEvents >= 0)).toBe(true);
    expect(setAsides()).toHaveLength(1);
    expect(await engine!.client.check()).toMatchObject({ identical: true });
  }

  beforeEach(async () => {
    data = join(temporaryFolder(), 'data');
    await start();
    await buy('A-1', 100);
    await buy('A-2', 20);
    await spent();
  });
  afterEach(async () => {
    await stop();
    removeTemporaryFolders();
  });

  it('are set aside and built anew when an older state of the log was put back', async () => {
    const older = await copyOf('older');
    await start();
    const { position } = await buy('A-3', 3);
    expect(await spent()).toBe(123);
    await stop();
    cpSync(join(older, 'events.db'), join(data, 'events.db'));
    await start();
    await isToldAndBuiltAnew(/they stand at \d+, and the log ends at \d+/);
    expect(await spent()).toBe(120);
    const began = performance.now();
    const answer = await engine!.client.ask(`/v1/customers/ada?minPosition=${position}&timeout=30000`);
    expect([answer.status, answer.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'position-beyond-head', detail: expect.stringContaining('restored') }),
    ]);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('are set aside when the older state has gone on to the same place and beyond', async () => {
    const older = await copyOf('older');
    await start();
    await buy('A-3', 3);
    await spent();
    await stop();
    const newer = join(data, 'read-models.db');
    const kept = join(data, '..', 'newer-read-models.db');
    cpSync(newer, kept);
    cpSync(join(older, 'events.db'), join(data, 'events.db'));
    await start();
    await buy('B-3', 5);
    await buy('B-4', 7);
    await spent();
    await stop();
    for (const name of setAsides()) rmSync(join(data, name));
    cpSync(kept, newer);
    await start();
    await isToldAndBuiltAnew(/the log holds another event than the one they have taken in/);
    expect(await spent()).toBe(132);
  });

  it('are set aside when it is another log', async () => {
    const first = await copyOf('first');
    data = join(data, '..', 'second');
    await start();
    for (let i = 0; i < 5; i++) await buy(`B-${i}`, 1);
    expect((await status()).setAside).toBeNull();
    await stop();
    cpSync(join(first, 'read-models.db'), join(data, 'read-models.db'));
    await start();
    await isToldAndBuiltAnew(/they are of log [\w-]+, and this is log/);
    expect(await spent()).toBe(5);
  });

  it('stay as they are when nothing was changed', async () => {
    const { log } = await status();
    await stop();
    await start();
    expect(await status()).toMatchObject({ log: { id: log.id, events: 2 }, setAside: null });
    expect(setAsides()).toEqual([]);
  });

  it.each([
    ['deleted', (file: string) => rmSync(file), /events\.db is missing/],
    ['emptied', (file: string) => truncateSync(file), /events\.db is empty/],
  ])('keep an engine from starting on a log that was %s, unless it is told to', async (_, harm, said) => {
    await stop();
    harm(join(data, 'events.db'));
    await expect(start()).rejects.toThrow(said);
    await expect(start()).rejects.toThrow(/read models beside it stand at position \d+.*tenure restore FILE --data.*--accept-loss/);
    rmSync(join(data, 'read-models.db'));
    await expect(start()).rejects.toThrow(/the secret of an earlier log lies beside it/);
    await start('--accept-loss');
    expect((await status()).log.events).toBe(0);
    await buy('C-1', 9);
    expect(await spent()).toBe(9);
    await stop();
    await start();
    expect(await spent()).toBe(9);
  });

  it('keep it from starting on another log without events, too', async () => {
    await stop();
    const old = data;
    data = join(old, '..', 'empty');
    await start();
    await stop();
    cpSync(join(data, 'events.db'), join(old, 'events.db'));
    data = old;
    await expect(start()).rejects.toThrow(/events\.db holds no events, but the read models beside it stand at/);
    await start('--accept-loss');
    expect(existsSync(join(data, setAsides()[0]!))).toBe(true);
  });
});
