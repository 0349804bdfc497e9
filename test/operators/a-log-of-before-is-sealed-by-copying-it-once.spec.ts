import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Event } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { copyDataOfThen } from '../engine/data-of-version-0.1.0.js';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { answersOf, keptIfSealed, textsInClear } from '../engine/sealed-copies.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Answered {
  readonly log: { readonly id: string; readonly events: number };
}

/** The parts of an event that a copy of the file keeps, including its position. */
const kept = (event: Event) => [event.sequence, ...keptIfSealed(event)];

/** Texts in clear in a log's file. */
function inClear(file: string): string[] {
  const log = new Database(file, { readonly: true });
  const parts = log.prepare('SELECT personal FROM event WHERE personal IS NOT NULL AND key_epoch IS NULL').pluck().all() as string[];
  const facts = (log.prepare("SELECT data FROM event WHERE stream LIKE 'customer-%'").pluck().all() as string[]).map((text) => JSON.parse(text) as object);
  log.close();
  return textsInClear(
    facts,
    parts.map((part) => JSON.parse(part) as object),
  );
}

/** As in a backup of the vault from before the key was made. */
function takeOutKeyOf(customer: string, file: string): void {
  const vault = new Database(file);
  expect(vault.prepare('DELETE FROM customer_key WHERE customer = ?').run(customer).changes).toBe(1);
  vault.close();
}

describeEmbedded('a log of version 0.1.0', () => {
  let cwd: string;
  const on = async <T>(data: string, use: (engine: EngineProcess) => Promise<T>): Promise<T> => {
    const engine = await EngineProcess.start({ data: join(cwd, data) });
    try {
      return await use(engine);
    } finally {
      await engine.stop();
    }
  };
  const seal = (...args: string[]) => tenure(['migrate', '--seal', '--into', 'sealed', '--data', 'old', ...args], { cwd });

  beforeAll(() => {
    cwd = temporaryFolder();
    copyDataOfThen('embedded', join(cwd, 'old'));
  });
  afterAll(removeTemporaryFolders);

  it('is copied with every event at its place, and its personal data sealed', async () => {
    // Today's engine adds a sealed event, among others in clear.
    const before = await on('old', async ({ client }) => {
      await client.accept('RegisterCustomer', { customerId: 'since', personal: { name: 'Grace Hopper' } });
      return { events: await client.events(), status: await client.get<Answered>('/v1/status'), answers: await answersOf(client) };
    });
    const texts = inClear(join(cwd, 'old', 'events.db'));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts).toContain('sent again');
    const sealed = await seal('--json');
    expect([sealed.exitCode, sealed.stderr]).toEqual([0, expect.stringMatching(/old.*backup.*in clear/s)]);
    expect(sealed.json()).toMatchObject({ sealed: expect.any(Number), verified: sealed.json<{ events: number }>().events });
    const after = await on('sealed', async ({ client }) => {
      expect(await client.check()).toMatchObject({ identical: true });
      return { events: await client.events(), status: await client.get<Answered>('/v1/status'), answers: await answersOf(client) };
    });
    expect(after.answers).toEqual(before.answers);
    const common = after.events.slice(0, before.events.length);
    expect(common.map(kept)).toEqual(before.events.map(kept));
    expect(after.status.log.id).not.toBe(before.status.log.id);
    expect(inClear(join(cwd, 'sealed', 'events.db'))).toEqual([]);
    const files = readdirSync(join(cwd, 'sealed'), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name));
      expect([name, texts.filter((text) => bytes.includes(text))]).toEqual([name, []]);
    }
  }, 120_000);

  it.each(['missing', 'stale'])(
    'is not sealed with new keys in the place of those that its vault lacks (%s)',
    async (vault) => {
      cpSync(join(cwd, 'old'), join(cwd, vault), { recursive: true });
      const file = join(cwd, vault, 'vault.db');
      if (vault === 'missing') for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
      else takeOutKeyOf('since', file);
      const refused = await tenure(['migrate', '--seal', '--into', 'not-sealed', '--data', vault], { cwd });
      expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringMatching(/^Nothing was sealed: .*vault\.db.*Put the vault back/)]);
      expect(existsSync(join(cwd, 'not-sealed'))).toBe(false);
    },
    60_000,
  );

  it('is not sealed over anything, and a wrong order of words is answered with the right one', async () => {
    const again = await seal();
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringMatching(/sealed is not empty.*--into/)]);
    for (const args of [['--seal'], ['--to', 'distributed', '--seal', '--into', 'x'], []]) {
      const refused = await tenure(['migrate', '--data', 'old', ...args], { cwd });
      expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('--seal --into FOLDER')]);
    }
  }, 60_000);
});
