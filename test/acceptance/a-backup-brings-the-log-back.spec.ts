import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Backup {
  readonly file: string;
  readonly sha256: string;
  readonly events: number;
  readonly position: string;
  readonly logSecret: boolean;
}

describeEmbedded('a backup', () => {
  let cwd: string;
  let data: string;
  let engine: EngineProcess;

  const register = (customerId: string) => engine.client.accept('RegisterCustomer', { customerId, personal: { name: customerId } });
  const backUp = async (file: string) => (await tenure(['backup', file, '--data', data, '--json'], { cwd })).json<Backup>();
  const restore = (file: string, ...args: string[]) => tenure(['restore', file, '--data', ...args, '--json'], { cwd });

  beforeEach(async () => {
    cwd = temporaryFolder();
    data = join(cwd, 'data');
    engine = await EngineProcess.start({ data });
    await register('ada');
  });
  afterEach(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('is made while the engine runs and others write, holds one moment, and says what it holds', async () => {
    let writing = true;
    const written = (async () => {
      for (let n = 0; writing; n++) await register(`c-${n}`);
    })();
    const { file, events, position, logSecret } = await backUp('shop.backup');
    writing = false;
    await written;
    expect([Number(position), logSecret]).toEqual([events, true]);
    const again = await tenure(['backup', file, '--data', data], { cwd });
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('is there already')]);
    await engine.stop();
    const there = await restore(file, data);
    expect([there.exitCode, there.stderr]).toEqual([1, expect.stringMatching(/holds a log already.*--replace/)]);
    expect((await restore(file, data, '--replace')).json()).toMatchObject({ events, position, setAside: [expect.stringContaining('events.db.set-aside')] });
    engine = await EngineProcess.start({ data });
    await register('after');
    expect(await engine.client.get('/v1/status')).toMatchObject({ log: { events: events + 2, restores: [{ upTo: position }] } });
    const restored = (await engine.client.events()).filter(({ type }) => type.includes('LogRestored'));
    expect(restored).toHaveLength(1);
    expect(await engine.client.check()).toMatchObject({ identical: true });
  });

  it('brings a log to another folder, with its secret: a command of before is known there', async () => {
    await engine.client.accept('RegisterCustomer', { customerId: 'bob' }, { key: 'command-1' });
    const { file } = await backUp('kept/');
    data = join(cwd, 'elsewhere');
    expect((await restore(file, data)).exitCode).toBe(0);
    await engine.stop();
    engine = await EngineProcess.start({ data });
    const again = await engine.client.send('RegisterCustomer', { customerId: 'bob' }, { key: 'command-1' });
    expect([again.status, again.json()]).toEqual([200, expect.objectContaining({ commandId: 'command-1' })]);
  });

  it('is refused when a byte of an event, or of what it says it holds, was changed, and when it is none', async () => {
    const { file } = await backUp('shop.backup');
    for (const [name, harm] of [
      ['fact', "DROP TRIGGER event_is_never_changed; UPDATE event SET personal = replace(personal, 'ada', 'eve')"],
      ['count', "UPDATE backup SET manifest = json_set(manifest, '$.events', json_extract(manifest, '$.events') + 1)"],
      ['deleted', 'DROP TRIGGER event_is_never_deleted; DELETE FROM event'],
    ] as const) {
      const harmed = join(cwd, `${name}.backup`);
      cpSync(file, harmed);
      const database = new Database(harmed);
      database.exec(harm);
      database.close();
      const refused = await restore(harmed, join(cwd, 'new'));
      expect([name, refused.exitCode, refused.stderr]).toEqual([name, 1, expect.stringMatching(/damaged|not what was recorded/)]);
    }
    writeFileSync(join(cwd, 'cut.backup'), readFileSync(file).subarray(0, 9_000));
    for (const none of ['cut.backup', 'data/events.db', 'data/log-secret', 'nowhere']) {
      const refused = await restore(none, join(cwd, 'new'));
      expect([none, refused.exitCode, refused.stderr]).toEqual([none, 1, expect.stringMatching(/damaged|not a backup|cannot be used|There is no/)]);
    }
    expect(existsSync(join(cwd, 'new', 'events.db'))).toBe(false);
  });
});
