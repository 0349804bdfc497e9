import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Printed, tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { itEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const nobody = 65_534;

describe('a start', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = temporaryFolder();
  });
  afterAll(removeTemporaryFolders);

  const start = (args: readonly string[], environment: Record<string, string> = {}, user?: number) =>
    tenure(['start', '--port', '0', ...args], { cwd, environment, user });
  /** One or two sentences for a person, on stderr; nothing on stdout, no stack trace. */
  const refused = ({ exitCode, stdout, stderr }: Printed, code: number, ...words: (string | RegExp)[]) => {
    expect([exitCode, stdout]).toEqual([code, '']);
    for (const word of words) expect(stderr).toMatch(word);
    expect(stderr).not.toMatch(/^\s+at |node:internal|Error:/m);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(4);
  };

  itEmbedded(
    'of a second engine on the same data',
    async () => {
      const engine = await EngineProcess.start({ data: join(cwd, 'data') });
      await engine.client.accept('RegisterCustomer', { customerId: 'C-1' });
      refused(await start(['--data', 'data']), 1, /The engine on http:.* \(process \d+\) runs on/, /--data/);
      refused(await start(['--data', './data/../data']), 1, /The engine on http:.* \(process \d+\) runs on/);
      expect((await engine.client.ask('/v1/customers/C-1/events')).status).toBe(200);
      expect(JSON.parse(readFileSync(join(cwd, 'data/engine.json'), 'utf8'))).toMatchObject({ url: engine.url, pid: engine.pid });
      await engine.kill();
      const next = await EngineProcess.start({ data: join(cwd, 'data') });
      expect(await next.stop()).toBe(0);
    },
    60_000,
  );

  it('on a taken port, which leaves the data to be used', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const printed = await tenure(['start', '--port', String(port), '--data', 'data'], { cwd });
    other.close();
    refused(printed, 1, `Port ${port} is taken`, /--port/);
    expect(existsSync(join(cwd, 'data/engine.json'))).toBe(false);
    const engine = await EngineProcess.start({ data: join(cwd, 'data') });
    expect(await engine.stop()).toBe(0);
  }, 60_000);

  it('on a folder that is a file, or lies below one', async () => {
    writeFileSync(join(cwd, 'file'), 'text');
    refused(await start(['--data', 'file']), 1, /file/, /--data/);
    refused(await start(['--data', 'file/below']), 1, /file/, /--data/);
    expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('text');
  }, 60_000);

  it('on a folder that may only be read', async () => {
    // Root may write anywhere, so in that case the engine is started as nobody.
    const asRoot = process.getuid!() === 0;
    const folder = join(cwd, 'read-only');
    mkdirSync(folder);
    chmodSync(cwd, 0o755);
    chmodSync(folder, 0o555);
    refused(await start(['--data', folder], {}, asRoot ? nobody : undefined), 1, /read-only/, /--data|right/);
    expect(readdirSync(folder)).toEqual([]);
    chmodSync(folder, 0o755);
  }, 60_000);

  itEmbedded(
    'on data that may only be read',
    async () => {
      const asRoot = process.getuid!() === 0;
      const folder = join(cwd, 'data');
      const engine = await EngineProcess.start({ data: folder });
      await engine.stop();
      chmodSync(cwd, 0o755);
      const files = readdirSync(folder);
      for (const file of files) {
        chmodSync(join(folder, file), 0o444);
        if (asRoot) chownSync(join(folder, file), nobody, nobody);
      }
      chmodSync(folder, 0o555);
      refused(await start(['--data', folder], {}, asRoot ? nobody : undefined), 1, /data/, /right|writ/);
      chmodSync(folder, 0o755);
    },
    60_000,
  );

  itEmbedded(
    'on files that are no data of ours, or damaged',
    async () => {
      mkdirSync(join(cwd, 'text'));
      writeFileSync(join(cwd, 'text/events.db'), 'this is no database, and it is long enough to be seen as none'.repeat(100));
      refused(await start(['--data', 'text']), 1, /events\.db/, /not an SQLite file/);
      mkdirSync(join(cwd, 'foreign'));
      const foreign = new Database(join(cwd, 'foreign/events.db'));
      foreign.exec('CREATE TABLE mine (a)');
      foreign.close();
      refused(await start(['--data', 'foreign']), 1, /events\.db/, /not a Tenure log/);
      const reopened = new Database(join(cwd, 'foreign/events.db'), { readonly: true });
      expect(reopened.prepare('SELECT name FROM sqlite_master').pluck().all()).toEqual(['mine']);
      reopened.close();
    },
    60_000,
  );

  it('with a setting that is unknown or cannot be', async () => {
    refused(await start(['--data', 'data'], { TENURE_TIMEZONE: 'Europe/Berlin2' }), 2, /TENURE_TIMEZONE/, /Europe\/Berlin/);
    refused(await start(['--data', 'data', '--currency', 'EURO']), 2, /currency/i, /ISO 4217|EUR/);
    refused(await tenure(['start', '--port', '70700', '--data', 'data'], { cwd }), 2, /port/i, /65535|65,535/);
    refused(await start(['--data', 'data'], { TENURE_API_KEY: 'short' }), 2, /TENURE_API_KEY/, /16/);
    writeFileSync(join(cwd, 'tenure.config.json'), '{"timezon": "UTC"}');
    refused(await start(['--data', 'data']), 2, /timezon/, /timezone/);
    expect(existsSync(join(cwd, 'data'))).toBe(false);
  }, 60_000);
});
