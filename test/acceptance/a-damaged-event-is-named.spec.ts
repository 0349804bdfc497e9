import { join } from 'node:path';
import Database from 'better-sqlite3';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

/** What no Tenure does: the triggers that refuse it are taken away first. */
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

  async function checkedAfter(change: string) {
    await engine.stop();
    changeBehindItsBack(join(cwd, 'data', 'events.db'), change);
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    return tenure(['rebuild', '--check'], { cwd });
  }

  it('is verified by a check that finds nothing', async () => {
    const { exitCode, stdout } = await tenure(['rebuild', '--check'], { cwd });
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/log +2 events are what was recorded\n/)]);
  });

  it.each([
    ['facts', `UPDATE event SET data = replace(data, '1177', '1178') WHERE revision = 1`, 1],
    ['a personal part', `UPDATE event SET personal = replace(personal, 'Ada', 'Eve') WHERE revision = 0`, 0],
    ['a text that is no JSON any more', `UPDATE event SET data = substr(data, 2) WHERE revision = 1`, 1],
  ])('has the stream, revision and position of %s named, with exit code 1', async (_, change, revision) => {
    const { exitCode, stderr } = await checkedAfter(change);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(new RegExp(`revision ${revision} of stream "customer-ada".*position 000000000000000${revision + 1}.*backup`)),
    ]);
    const replayed = await tenure(['replay', '--to', '2'], { cwd });
    expect([replayed.exitCode, replayed.stderr]).toEqual([1, expect.stringContaining('its checksum does not match')]);
  });

  it('has a torn command named, and refuses further commands on that customer', async () => {
    const torn = await checkedAfter('UPDATE event SET command_events = 2, checksum = NULL, placement = NULL WHERE revision = 1');
    expect([torn.exitCode, torn.stderr]).toEqual([1, expect.stringMatching(/1 of 2 events are recorded; revision 1 is the last/)]);
    const next = await engine.client.send('RecordVisit', { customerId: 'ada', occurredAt: '2026-03-02T12:00:00Z', visitId: 'V-1' });
    expect(next.json()).toMatchObject({ status: 503, code: 'stream-torn-command' });
  });
});
