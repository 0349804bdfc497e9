import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

function change(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
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
    expect((await restore(file, data, '--replace')).json()).toMatchObject({
      events,
      position,
      setAside: ['events.db', 'vault.db'].map((name) => expect.stringContaining(`${name}.set-aside`)),
    });
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
    // A backup has the secret in the log's file; a folder has it only beside the log.
    expect(readFileSync(join(data, 'events.db')).includes(readFileSync(join(data, 'log-secret')).subarray(0, 64))).toBe(false);
    await engine.stop();
    engine = await EngineProcess.start({ data });
    const again = await engine.client.send('RegisterCustomer', { customerId: 'bob' }, { key: 'command-1' });
    expect([again.status, again.json()]).toEqual([200, expect.objectContaining({ commandId: 'command-1' })]);
  });

  it('whose secret is in TENURE_LOG_SECRET is written and restored with it, and says whose secret is wrong', async () => {
    const environment = { TENURE_LOG_SECRET: 'a-secret-of-the-log-that-lies-in-a-vault' };
    const vaulted = join(cwd, 'vaulted');
    const register = (customerId: string, key: string, folder: string) =>
      tenure(['command', 'RegisterCustomer', `customerId=${customerId}`, '--id', key, '--data', folder, '--json'], { cwd, environment });
    expect((await register('eve', 'k1', vaulted)).exitCode).toBe(0);
    const file = join(cwd, 'vaulted.backup');
    const backup = await tenure(['backup', file, '--data', vaulted, '--json'], { cwd, environment });
    expect([backup.exitCode, backup.stderr, backup.json()]).toEqual([0, expect.any(String), expect.objectContaining({ logSecret: false })]);
    const there = join(cwd, 'there');
    const without = await restore(file, there);
    expect([without.exitCode, without.stderr]).toEqual([1, expect.stringContaining('The secret of this log is missing')]);
    const other = { TENURE_LOG_SECRET: 'another-secret-which-no-log-was-made-with' };
    const wrong = await tenure(['restore', file, '--data', there], { cwd, environment: other });
    expect([wrong.exitCode, wrong.stderr]).toEqual([1, expect.stringContaining('The setting TENURE_LOG_SECRET does not hold the secret of this log')]);
    expect(readdirSync(there).filter((name) => name.startsWith('events.db') && !name.endsWith('.lock'))).toEqual([]);
    const restored = await tenure(['restore', file, '--data', there], { cwd, environment });
    expect([restored.exitCode, restored.stderr]).toEqual([0, '']);
    expect(existsSync(join(there, 'log-secret'))).toBe(false);
    expect((await register('eve', 'k1', there)).json()).toMatchObject({ position: '0000000000000001', revision: 0 });
  });

  it.each(['', 'cut off'])('is restored beside a secret that is none ("%s"), which is kept aside', async (secret) => {
    const { file } = await backUp('shop.backup');
    await engine.stop();
    writeFileSync(join(data, 'log-secret'), secret);
    const restored = await restore(file, data, '--replace');
    expect([restored.exitCode, restored.stderr]).toEqual([0, '']);
    const { setAside } = restored.json<{ setAside: string[] }>();
    const kept = setAside.find((name) => name.includes('log-secret.set-aside'))!;
    expect(readFileSync(kept, 'utf8')).toBe(secret);
    engine = await EngineProcess.start({ data });
    await register('after');
  });

  it('that cannot be put in its place leaves what was there, under its names', async () => {
    const { file } = await backUp('shop.backup');
    await register('bob');
    await engine.stop();
    writeFileSync(join(data, 'log-secret'), 'cut off');
    mkdirSync(join(data, 'log-secret.new')); // the restore writes the backup's secret to this name
    const failed = await restore(file, data, '--replace');
    expect([failed.exitCode, failed.stderr]).toEqual([1, expect.stringContaining('log-secret.new is a folder')]);
    expect(readdirSync(data).filter((name) => name.includes('set-aside') || name.includes('restoring'))).toEqual([]);
    expect(readFileSync(join(data, 'log-secret'), 'utf8')).toBe('cut off');
    const log = new Database(join(data, 'events.db'), { readonly: true });
    expect(log.prepare("SELECT count(*) FROM event WHERE type = 'CustomerRegistered'").pluck().get()).toBe(2);
    log.close();
    rmSync(join(data, 'log-secret.new'), { recursive: true });
    expect((await restore(file, data, '--replace')).exitCode).toBe(0);
    engine = await EngineProcess.start({ data });
  });

  it('whose log cannot come into its place in the end leaves the vault that was there, too', async () => {
    const { file } = await backUp('shop.backup');
    await register('bob');
    await engine.stop();
    const environment = { NODE_OPTIONS: `--import ${new URL('../engine/without-the-last-renaming.js', import.meta.url).href}` };
    const failed = await tenure(['restore', file, '--data', data, '--replace'], { cwd, environment });
    expect([failed.exitCode, failed.stderr]).toEqual([1, expect.stringContaining('EIO')]);
    expect(readdirSync(data).filter((name) => name.includes('set-aside') || name.includes('restoring'))).toEqual([]);
    engine = await EngineProcess.start({ data });
    for (const name of ['ada', 'bob']) expect(await engine.client.current(`/v1/customers/${name}`)).toMatchObject({ personal: { name } });
  });

  it('is made on file systems without hard links, too, and never over another', async () => {
    const environment = { NODE_OPTIONS: `--import ${new URL('../engine/without-hard-links.js', import.meta.url).href}` };
    const file = join(cwd, 'shop.backup');
    const made = await tenure(['backup', file, '--data', data, '--json'], { cwd, environment });
    expect([made.exitCode, made.stderr, readdirSync(cwd).filter((name) => name.startsWith('shop'))]).toEqual([0, '', ['shop.backup']]);
    const cutOff = await tenure(['backup', join(cwd, 'cut.backup'), '--data', data], { cwd, environment: { ...environment, TENURE_TEST_COPIES: 'cut-off' } });
    expect([cutOff.exitCode, cutOff.stderr]).toEqual([1, expect.stringContaining('The disk is full')]);
    expect(existsSync(join(cwd, 'cut.backup'))).toBe(false);
    expect((await restore(file, join(cwd, 'there'))).exitCode).toBe(0);
  });

  it('is neither made nor taken without the keys that its log is sealed with', async () => {
    const { file } = await backUp('whole.backup');
    await engine.stop();
    for (const [name, harm, said] of [
      ['missing', null, /there are none in .*vault\.db/],
      ['foreign', "UPDATE vault SET id = 'other'", /belong to another log/],
      ['stale', 'DELETE FROM customer_key', /not in .*vault\.db: that of customer "ada"/],
    ] as const) {
      const copy = join(cwd, name);
      cpSync(data, copy, { recursive: true });
      if (harm === null) rmSync(join(copy, 'vault.db'));
      else change(join(copy, 'vault.db'), harm);
      const refused = await tenure(['backup', `${name}.backup`, '--data', copy], { cwd });
      expect([name, refused.exitCode, refused.stderr]).toEqual([name, 1, expect.stringMatching(said)]);
      expect([refused.stderr, readdirSync(cwd).filter((each) => each.startsWith(`${name}.`))]).toEqual([
        expect.stringMatching(/No backup.*Put the vault back/),
        [],
      ]);
    }
    change(file, 'DROP TABLE vault; DROP TABLE customer_key; DROP TABLE vault_in_backup');
    const refused = await restore(file, join(cwd, 'new'));
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringMatching(/sealed with keys of customers, and there are none in it/)]);
  });

  it('is refused when a byte of an event, or of what it says it holds, was changed, and when it is none', async () => {
    const { file } = await backUp('shop.backup');
    for (const [name, harm] of [
      ['fact', "DROP TRIGGER event_is_never_changed; UPDATE event SET personal = replace(personal, 'sealed.1', 'sealed.2')"],
      ['key', 'UPDATE customer_key SET wrapped = zeroblob(92)'],
      ['count', "UPDATE backup SET manifest = json_set(manifest, '$.events', json_extract(manifest, '$.events') + 1)"],
      ['deleted', 'DROP TRIGGER event_is_never_deleted; DELETE FROM event'],
    ] as const) {
      const harmed = join(cwd, `${name}.backup`);
      cpSync(file, harmed);
      change(harmed, harm);
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
