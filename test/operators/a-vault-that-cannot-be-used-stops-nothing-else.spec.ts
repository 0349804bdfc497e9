import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { until } from '../faults/until.js';

afterAll(removeTemporaryFolders);

/** Damages the page with the keys of other customers. */
function damageLastPage(file: string): void {
  const vault = new Database(file);
  const insert = vault.prepare('INSERT INTO customer_key VALUES (?, 1, 1, zeroblob(92))');
  vault.transaction(() => {
    for (let n = 1_000; n < 1_500; n += 1) insert.run(`z-${n}`);
  })();
  vault.close();
  const page = 4_096;
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, bytes.length - page));
}

describeEmbedded('a vault', () => {
  let data: string;
  let vault: string;
  let engine: EngineProcess;

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    vault = join(data, 'vault.db');
    engine = await EngineProcess.start({ data });
    await engine.client.accept('RegisterCustomer', { customerId: 'ada', personal: { name: 'Ada' } });
    await engine.client.accept('RegisterCustomer', { customerId: 'nameless' });
  }, 60_000);
  afterAll(() => engine.stop());

  const refused = async (customerId: string) => {
    const { status, json } = await engine.client.send('RegisterCustomer', { customerId, personal: { name: 'X' } });
    return [status, json<{ code: string; detail: string }>()] as const;
  };

  it('that is deleted under the engine takes no keys, and the keys in it are kept', async () => {
    rmSync(vault);
    expect(await refused('new')).toEqual([503, expect.objectContaining({ code: 'vault-missing', detail: expect.stringContaining('stop the engine') })]);
    expect(await engine.client.get('/v1/status')).toMatchObject({ vault: { state: 'missing', failure: expect.stringContaining('stop the engine') } });
    expect(await engine.client.current('/v1/customers/ada')).toMatchObject({ personal: { name: 'Ada' } });
    await engine.client.accept('RecordVisit', { customerId: 'nameless', visitId: 'v-1' });
    await engine.stop();
    const [rescued] = readdirSync(data).filter((name) => name.startsWith('vault.db.rescued-'));
    for (const suffix of ['-wal', '-shm']) rmSync(`${vault}${suffix}`, { force: true });
    expect(existsSync(vault)).toBe(false);
    renameSync(join(data, rescued!), vault);
    engine = await EngineProcess.start({ data });
    await engine.client.accept('ChangeCustomerDetails', { customerId: 'ada', personal: { name: 'Ada Lovelace' } });
    await engine.client.accept('RegisterCustomer', { customerId: 'new', personal: { name: 'X' } });
  }, 60_000);

  it('that is damaged keeps nothing else from being recorded and answered', async () => {
    await engine.stop();
    renameSync(vault, join(data, 'away'));
    writeFileSync(vault, 'x'.repeat(5_000));
    engine = await EngineProcess.start({ data });
    expect(await engine.client.current('/v1/customers/ada')).toMatchObject({ sealed: { fields: ['name'], reason: 'vault-unreachable' } });
    const { items } = await engine.client.get<{ items: { keyepoch: number }[] }>('/v1/customers/ada/events');
    expect(items[0]!.keyepoch).toBe(1);
    expect(await engine.client.get('/v1/status')).toMatchObject({ vault: { state: 'unreachable', failure: expect.stringContaining(vault) } });
    expect(await refused('newest')).toEqual([503, expect.objectContaining({ code: 'vault-unreachable', detail: expect.stringContaining(vault) })]);
    await engine.client.accept('RecordVisit', { customerId: 'nameless', visitId: 'v-2' });
    expect(engine.stderr).toContain('cannot be opened');
    await engine.stop();
    renameSync(join(data, 'away'), vault);
    engine = await EngineProcess.start({ data });
    expect(await engine.client.current('/v1/customers/ada')).toMatchObject({ personal: { name: 'Ada Lovelace' } });
  }, 60_000);

  it('that is damaged in places is told at the start, and gives the keys that can be read', async () => {
    await engine.stop();
    damageLastPage(vault);
    engine = await EngineProcess.start({ data });
    const status = () => engine.client.get<{ vault: { state: string; failure: string | null } }>('/v1/status');
    await until(
      async () => (await status()).vault.failure !== null,
      () => `the status says nothing of the vault: ${engine.stderr}`,
    );
    expect((await status()).vault).toMatchObject({ state: 'at-hand', failure: expect.stringMatching(/vault's file is damaged: .*Restore it/) });
    expect(engine.stderr).toContain("The vault's file is damaged");
    expect(await engine.client.current('/v1/customers/ada')).toMatchObject({ personal: { name: 'Ada Lovelace' } });
  }, 60_000);
});
