import { copyFileSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

describeEmbedded('a log that an engine runs on', () => {
  let data: string;
  let other: string;
  let engine: EngineProcess;
  let acknowledged: string[];

  const buy = async (orderId: string) => {
    const answer = await engine.client.send('RecordPurchase', {
      customerId: 'ada',
      occurredAt: '2026-03-01T12:00:00Z',
      orderId,
      amount: { minor: 1, currency: 'EUR' },
    });
    if (answer.status === 201) acknowledged.push(orderId);
    return answer;
  };
  /** Reads a log that nobody has open. */
  const orders = (file: string) => {
    const database = new Database(file);
    try {
      return (database.prepare("SELECT data FROM event WHERE type = 'PurchaseRecorded' ORDER BY position").pluck().all() as string[]).map(
        (text) => JSON.parse(text).orderId,
      );
    } finally {
      database.close();
    }
  };

  beforeEach(async () => {
    const folder = temporaryFolder();
    data = join(folder, 'data');
    other = join(folder, 'other');
    acknowledged = [];
    engine = await EngineProcess.start({ data });
    await engine.client.accept('RegisterCustomer', { customerId: 'ada' });
    await buy('A-1');
  });
  afterEach(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('is refused to a second one by a symbolic link to the file, or to the folder', async () => {
    mkdirSync(other);
    symlinkSync(join(data, 'events.db'), join(other, 'events.db'));
    await expect(EngineProcess.start({ data: other })).rejects.toThrow(/Another engine is running on .*data\/events\.db/);
    rmSync(other, { recursive: true });
    symlinkSync(data, other);
    await expect(EngineProcess.start({ data: other })).rejects.toThrow(/runs on .*data/);
    expect((await buy('A-2')).status).toBe(201);
  });

  it('is refused by a hard link, and from then on by its own name until there is one name again', async () => {
    mkdirSync(other);
    linkSync(join(data, 'events.db'), join(other, 'events.db'));
    await expect(EngineProcess.start({ data: other })).rejects.toThrow(/has 2 names \(hard links\).*remove them/);
    expect((await buy('A-2')).status).toBe(201);
    await engine.stop();
    await expect(EngineProcess.start({ data })).rejects.toThrow(/has 2 names/);
    unlinkSync(join(other, 'events.db'));
    engine = await EngineProcess.start({ data });
    expect((await buy('A-3')).status).toBe(201);
  });

  it('is refused when the lock was deleted: the engine makes it anew', async () => {
    rmSync(join(data, 'events.db.lock'));
    expect((await buy('A-2')).status).toBe(201);
    await expect(EngineProcess.start({ data })).rejects.toThrow(/runs on .*data/);
    expect(await engine.client.get('/v1/status')).toMatchObject({ warning: expect.stringContaining('lock file was deleted') });
    await engine.stop();
    expect(orders(join(data, 'events.db'))).toEqual(acknowledged);
  });

  it('stops its engine when the write-ahead log is deleted, and nothing acknowledged is lost', async () => {
    rmSync(join(data, 'events.db-wal'));
    const answer = await buy('A-2');
    expect([answer.status, answer.json()]).toEqual([503, expect.objectContaining({ code: 'log-moved' })]);
    expect(await engine.ended()).toBe(1);
    expect(engine.stderr).toMatch(
      /events\.db-wal was deleted or replaced while the engine ran on it.*Everything that was recorded is in .*events\.db\. Start the engine again/,
    );
    expect(orders(join(data, 'events.db'))).toEqual(expect.arrayContaining(acknowledged));
    engine = await EngineProcess.start({ data });
    expect((await buy('A-3')).status).toBe(201);
  });

  it('stops an idle engine when the log is deleted, and keeps what was recorded', async () => {
    rmSync(join(data, 'events.db'));
    expect(await engine.ended()).toBe(1);
    expect(engine.stderr).toMatch(/Everything that was recorded until then is in .*events\.db\.rescued-/);
    const rescued = readdirSync(data).find((name) => name.includes('rescued'))!;
    expect(orders(join(data, rescued))).toEqual(acknowledged);
    await expect(EngineProcess.start({ data })).rejects.toThrow(/events\.db is missing/);
    renameSync(join(data, rescued), join(data, 'events.db'));
    engine = await EngineProcess.start({ data });
    expect((await buy('A-2')).status).toBe(201);
  });

  it('stops its engine when another log is put in its place, and acknowledges nothing that is not in it', async () => {
    await engine.stop();
    copyFileSync(join(data, 'events.db'), join(data, '..', 'copy.db'));
    engine = await EngineProcess.start({ data });
    await buy('A-2');
    renameSync(join(data, '..', 'copy.db'), join(data, 'events.db'));
    expect((await buy('A-3')).status).toBe(503);
    expect(await engine.ended()).toBe(1);
    const rescued = readdirSync(data).find((name) => name.includes('rescued'))!;
    expect(orders(join(data, rescued))).toEqual(expect.arrayContaining(acknowledged));
    expect(orders(join(data, 'events.db'))).toEqual(['A-1']);
  });
});
