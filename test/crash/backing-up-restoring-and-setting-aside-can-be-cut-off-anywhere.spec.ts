import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Printed, tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const MOST_STEPS = 40;
/** Each step starts a process or two. */
const MOST_MS = 300_000;
const preload = new URL('./kill-at-step.js', import.meta.url).href;

describeEmbedded('whatever is cut off,', () => {
  let cwd: string;
  let data: string;

  const register = async (customerId: string) =>
    expect(await tenure(['command', 'RegisterCustomer', `customerId=${customerId}`, '--data', data], { cwd })).toMatchObject({ exitCode: 0 });

  /** Registers a customer, and kills the engine before its acknowledged events move from the write-ahead log into the log's file. */
  async function killedAfter(customerId: string): Promise<void> {
    const engine = await EngineProcess.start({ data });
    const reader = new Database(join(data, 'events.db'), { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM event').get(); // events recorded from now on stay in the write-ahead log
    await engine.client.accept('RegisterCustomer', { customerId });
    await engine.kill();
    reader.exec('COMMIT');
    reader.close();
    cpSync(join(data, 'events.db'), join(cwd, 'file-alone.db'));
    expect(customersIn(join(cwd, 'file-alone.db'))).not.toContain(`customer-${customerId}`);
  }

  /** Customers of a log, read without opening it as an engine does; null when there is no log. */
  function customersIn(file: string): string[] | null {
    if (!existsSync(file)) return null;
    const database = new Database(file);
    try {
      return database.prepare("SELECT stream FROM event WHERE type = 'CustomerRegistered' ORDER BY position").pluck().all() as string[];
    } finally {
      database.close();
    }
  }

  /** Runs the verb from the same start again and again, killed one step later each time, until it completes. Answers how often it was killed. */
  async function cutOff(args: readonly string[], begin: () => void, after: (step: number) => void | Promise<void>): Promise<number> {
    for (let step = 1; step <= MOST_STEPS; step++) {
      begin();
      const ended = await runTo(step, args);
      if (ended.exitCode === 0) return step - 1;
      expect([step, ended.exitCode, ended.stderr]).toEqual([step, -1, expect.any(String)]);
      await after(step);
    }
    throw new Error(`More than ${MOST_STEPS} steps.`);
  }

  function runTo(step: number, args: readonly string[]): Promise<Printed> {
    const count = join(cwd, 'steps');
    writeFileSync(count, '0');
    const environment = { NODE_OPTIONS: `--import ${preload}`, TENURE_TEST_KILL_AT: String(step), TENURE_TEST_KILL_COUNT: count, TENURE_TEST_KILL_IN: cwd };
    return tenure(args, { cwd, environment });
  }

  beforeEach(async () => {
    cwd = temporaryFolder();
    data = join(cwd, 'data');
    await register('a');
  });
  afterEach(removeTemporaryFolders);

  it(
    'a backup is whole, or has not its name',
    async () => {
      const file = join(cwd, 'kept', 'shop.backup');
      const begin = () => rmSync(join(cwd, 'kept'), { recursive: true, force: true });
      const steps = await cutOff(['backup', file, '--data', data], begin, async () => {
        if (existsSync(file)) expect(await tenure(['restore', file, '--data', join(cwd, 'tried'), '--replace'], { cwd })).toMatchObject({ exitCode: 0 });
        else expect(await tenure(['backup', file, '--data', data], { cwd })).toMatchObject({ exitCode: 0 });
      });
      expect(steps).toBeGreaterThanOrEqual(3);
      expect(readdirSync(join(cwd, 'kept'))).toEqual(['shop.backup']);
    },
    MOST_MS,
  );

  it(
    'a restore leaves the log of before, or the restored one, or none, and goes through when run again',
    async () => {
      const file = join(cwd, 'shop.backup');
      expect(await tenure(['backup', file, '--data', data], { cwd })).toMatchObject({ exitCode: 0 });
      await register('b');
      await killedAfter('c');
      cpSync(data, join(cwd, 'before'), { recursive: true });
      const begin = () => {
        rmSync(data, { recursive: true });
        cpSync(join(cwd, 'before'), data, { recursive: true });
      };
      const seen = new Set<string>();
      const steps = await cutOff(['restore', file, '--data', data, '--replace'], begin, async () => {
        const there = customersIn(join(data, 'events.db'));
        seen.add(String(there));
        expect([['customer-a', 'customer-b', 'customer-c'], ['customer-a'], null]).toContainEqual(there);
        if (there === null) expect((await tenure(['status', '--data', data], { cwd })).exitCode).toBe(1);
        expect(await tenure(['restore', file, '--data', data, '--replace'], { cwd })).toMatchObject({ exitCode: 0 });
        expect(customersIn(join(data, 'events.db'))).toEqual(['customer-a']);
      });
      expect(steps).toBeGreaterThanOrEqual(2);
      expect(seen.has('customer-a,customer-b,customer-c')).toBe(true);
    },
    MOST_MS,
  );

  it(
    'read models that are set aside are built anew all the same',
    async () => {
      cpSync(join(data, 'events.db'), join(cwd, 'older.db'));
      await register('b');
      mkdirSync(join(cwd, 'before'));
      cpSync(data, join(cwd, 'before'), { recursive: true });
      const begin = () => {
        rmSync(data, { recursive: true });
        cpSync(join(cwd, 'before'), data, { recursive: true });
        cpSync(join(cwd, 'older.db'), join(data, 'events.db'));
      };
      const steps = await cutOff(['customers', '--data', data, '--json'], begin, async () => {
        const { stdout } = await tenure(['customers', '--data', data, '--json'], { cwd });
        expect(
          stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line).customerId),
        ).toEqual(['a']);
        expect(readdirSync(data).some((name) => name.startsWith('read-models.db.set-aside'))).toBe(true);
      });
      expect(steps).toBeGreaterThanOrEqual(1);
    },
    MOST_MS,
  );
});
