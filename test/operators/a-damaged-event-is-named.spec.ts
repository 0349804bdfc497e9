import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

/** Changes that Tenure never makes: the triggers that refuse them are dropped first. */
function changeBehindItsBack(file: string, change: string): void {
  const database = new Database(file);
  database.exec(`DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted; ${change}`);
  database.close();
}

describeEmbedded('a log that was changed behind its back', () => {
  let cwd: string;
  let engine: EngineProcess;

  beforeEach(async () => {
    cwd = temporaryFolder();
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    await engine.client.accept('RegisterCustomer', { customerId: 'ada', personal: { name: 'Ada' }, note: 'n' });
    const amount = { minor: 1177, currency: 'EUR' };
    await engine.client.accept('RecordPurchase', { customerId: 'ada', occurredAt: '2026-03-01T12:00:00Z', orderId: 'A-1', amount });
  });
  afterEach(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  /** The first event of the log names its vault. */
  async function checkedAfter(change: string) {
    await engine.stop();
    changeBehindItsBack(join(cwd, 'data', 'events.db'), change);
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    return tenure(['rebuild', '--check'], { cwd });
  }

  it('is verified by a check that finds nothing', async () => {
    const { exitCode, stdout } = await tenure(['rebuild', '--check'], { cwd });
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/log +3 events are what was recorded\n/)]);
  });

  it.each([
    ['facts', `UPDATE event SET data = replace(data, '1177', '1178') WHERE revision = 1`, 1],
    ['a personal part', `UPDATE event SET personal = replace(personal, 'sealed.1', 'sealed.2') WHERE revision = 0`, 0],
    ['a text that is no JSON any more', `UPDATE event SET data = substr(data, 2) WHERE revision = 1`, 1],
  ])('has the stream, revision and position of %s named, with exit code 1', async (_, change, revision) => {
    const { exitCode, stderr } = await checkedAfter(change);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(new RegExp(`revision ${revision} of stream "customer-ada".*position 000000000000000${revision + 2}.*backup`)),
    ]);
    const replayed = await tenure(['replay', '--to', '3'], { cwd });
    expect([replayed.exitCode, replayed.stderr]).toEqual([1, expect.stringContaining('its checksum does not match')]);
  });

  it('has a torn command named, and refuses further commands on that customer', async () => {
    const torn = await checkedAfter('UPDATE event SET command_events = 2, checksum = NULL, placement = NULL WHERE revision = 1');
    expect([torn.exitCode, torn.stderr]).toEqual([1, expect.stringMatching(/1 of 2 events are recorded; revision 1 is the last/)]);
    const next = await engine.client.send('RecordVisit', { customerId: 'ada', occurredAt: '2026-03-02T12:00:00Z', visitId: 'V-1' });
    expect(next.json()).toMatchObject({ status: 503, code: 'stream-torn-command' });
  });
});

describeEmbedded('damage is found by the engine itself:', () => {
  let data: string;
  let engine: EngineProcess;

  beforeEach(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    await engine.client.accept('RegisterCustomer', { customerId: 'ada' });
    const amount = { minor: 1177, currency: 'EUR' };
    await engine.client.accept('RecordPurchase', { customerId: 'ada', occurredAt: '2026-03-01T12:00:00Z', orderId: 'A-1', amount });
    await engine.client.get(`/v1/customers/ada?minPosition=${await engine.client.head()}`);
    await engine.stop();
  });
  afterEach(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  async function said<T>(look: () => Promise<T>, found: (answer: T) => boolean): Promise<T> {
    for (let tries = 0; ; tries++) {
      const answer = await look();
      if (found(answer) || tries === 100) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  it('an event that was changed is in readiness, status, metrics and on stderr, and so are triggers that were taken away', async () => {
    changeBehindItsBack(join(data, 'events.db'), `UPDATE event SET recorded_at = recorded_at - 1 WHERE stream = 'customer-ada' AND revision = 1`);
    engine = await EngineProcess.start({ data });
    const ready = await said(
      () => engine.client.ask('/health/ready'),
      ({ status }) => status === 503,
    );
    expect([ready.status, ready.text]).toEqual([503, expect.stringMatching(/revision 1 of stream .*customer-ada.* at position 0+2.*tenure restore/)]);
    expect(await engine.client.get('/v1/status')).toMatchObject({
      scrub: { damaged: [{ stream: 'customer-ada', revision: 1 }] },
      warning: expect.stringContaining('Possible tampering'),
    });
    expect((await engine.client.ask('/metrics')).text).toMatch(/tenure_log_damaged_events 1\n/);
    expect(engine.stderr).toMatch(/event_is_never_changed, event_is_never_deleted/);
  });

  it('a read model that was changed is possible tampering, with what was changed', async () => {
    const database = new Database(join(data, 'read-models.db'));
    const [table] = database.prepare(`SELECT name FROM sqlite_master WHERE name LIKE 'customer-file%document'`).pluck().all() as string[];
    database.exec(`UPDATE "${table}" SET body = replace(body, '1177', '1178')`);
    database.close();
    engine = await EngineProcess.start({ data });
    const { exitCode, stderr } = await tenure(['rebuild', '--check', '--data', data], { cwd: join(data, '..') });
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/Possible tampering: customer-file differ.*customer ada, \/document\/.* was changed in the read model.*Keep a copy/),
    ]);
    expect(stderr).not.toMatch(/replace/);
  });

  it.each(['view', 'customer-file%parked'])('a page of the read models that is overwritten, of %s, keeps no engine from its start', async (name) => {
    const file = join(data, 'read-models.db');
    const database = new Database(file);
    const page = database.prepare('SELECT rootpage FROM sqlite_master WHERE type = ? AND name LIKE ?').pluck().get('table', name) as number;
    const size = database.pragma('page_size', { simple: true }) as number;
    database.close();
    const opened = openSync(file, 'r+');
    writeSync(opened, Buffer.alloc(size, 0xff), 0, size, (page - 1) * size);
    closeSync(opened);
    engine = await EngineProcess.start({ data });
    expect(engine.stderr).toMatch(/read models were set aside.*built anew from the log\..*read-models\.db is damaged \(database disk image is malformed\)/);
    expect(await engine.client.current('/v1/customers/ada')).toMatchObject({ customerId: 'ada', revision: 1 });
    expect(await engine.client.check()).toMatchObject({ identical: true });
  });

  it('damaged read models are set aside and built anew, also when it is found while the engine runs', async () => {
    const database = new Database(join(data, 'read-models.db'));
    const [table] = database.prepare(`SELECT name FROM sqlite_master WHERE name LIKE 'customer-file%document'`).pluck().all() as string[];
    database.exec(`UPDATE "${table}" SET body = substr(body, 2)`);
    database.close();
    engine = await EngineProcess.start({ data });
    await engine.client.accept('RecordVisit', { customerId: 'ada', occurredAt: '2026-03-02T12:00:00Z', visitId: 'V-1' });
    const status = await said(
      () => engine.client.get<{ setAside: { reason: string } | null; projections: { lagEvents: number }[] }>('/v1/status').catch(() => null),
      (answer) => answer?.setAside != null && answer.projections.every(({ lagEvents }) => lagEvents === 0),
    );
    expect(status).toMatchObject({ setAside: { reason: expect.stringMatching(/document of customer "ada" cannot be read/) } });
    expect(await engine.client.get('/v1/customers/ada')).toMatchObject({ customerId: 'ada', visits: expect.anything() });
  });
});
