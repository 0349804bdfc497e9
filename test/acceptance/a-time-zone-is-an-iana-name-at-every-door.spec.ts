import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';

const noZones = [
  ['CST', 'America/Chicago or Asia/Shanghai'],
  ['+02:00', 'Etc/GMT-2'],
] as const;

describe('a time zone that no calendar can be counted in', () => {
  let engine: EngineProcess;
  let cwd: string;

  beforeAll(async () => {
    cwd = temporaryFolder();
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    writeFileSync(join(cwd, 'p.csv'), 'customer_id,occurred_at,amount\nC-1,2026-01-02 10:00,10.00\n');
    await engine.client.accept('RegisterCustomer', { customerId: 'C-2' });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it.each(noZones)(
    '%s is refused by queries, imports and the start, which name %s',
    async (zone, named) => {
      for (const path of ['retention', 'lifecycle']) {
        const answer = await engine.client.ask(`/v1/${path}?timezone=${encodeURIComponent(zone)}`);
        expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(named)]);
      }
      const body = { method: 'POST', body: 'customer_id,occurred_at,amount\nC-1,2026-01-02,10\n' };
      const upload = await engine.client.ask(`/v1/imports/purchases?currency=EUR&timeZone=${encodeURIComponent(zone)}`, body);
      expect([upload.status, upload.text]).toEqual([400, expect.stringContaining(named)]);
      const environment = { TENURE_API_KEY: apiKey };
      const file = ['import', 'purchases', 'p.csv', '--currency', 'EUR', `--time-zone=${zone}`, '--url', engine.url];
      const imported = await tenure(file, { cwd, environment });
      expect([imported.exitCode, imported.stderr]).toEqual([2, expect.stringContaining(named)]);
      const shown = await tenure(['retention', `--timezone=${zone}`, '--url', engine.url], { cwd, environment });
      expect([shown.exitCode, shown.stderr]).toEqual([2, expect.stringContaining(named)]);
      const started = await tenure(['start', `--timezone=${zone}`, '--port', '0', '--data', 'other'], { cwd });
      expect([started.exitCode, started.stderr]).toEqual([2, expect.stringContaining(named)]);
    },
    60_000,
  );

  it('is no matter of capitals, nor of an older name', async () => {
    for (const zone of ['europe/berlin', 'Asia/Calcutta', 'utc']) {
      expect((await engine.client.ask(`/v1/retention?timezone=${zone}`)).status).toBe(200);
    }
  });
});
