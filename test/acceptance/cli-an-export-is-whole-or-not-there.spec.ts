import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { itEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
});
afterAll(removeTemporaryFolders);

itEmbedded('every row is in the file, and the manifest proves it', async () => {
  writeFileSync(join(cwd, 'orders.csv'), asCsv(inventedPurchases({ customers: 300, seed: 3 })));
  expect((await tenure(['import', 'purchases', 'orders.csv'], { cwd })).exitCode).toBe(0);
  const { exitCode, stdout } = await tenure(['export', 'customer-file', '--out', 'customers.csv', '--json'], { cwd });
  const bytes = readFileSync(join(cwd, 'customers.csv'));
  const manifest = JSON.parse(readFileSync(join(cwd, 'customers.csv.manifest.json'), 'utf8')) as Record<string, unknown>;
  expect(exitCode).toBe(0);
  expect(manifest).toMatchObject({
    rows: 300,
    state: 'complete',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    position: expect.any(String),
    definition: '/v1/definitions/customer-file',
  });
  expect(JSON.parse(stdout)).toMatchObject({ rows: 300, sha256: manifest['sha256'] });
  expect(bytes.toString().trimEnd().split('\r\n')).toHaveLength(301);

  const piped = await tenure(['export', 'customer-file'], { cwd });
  expect(piped.stdout.trimEnd().split('\n')).toHaveLength(300);
  expect(piped.stderr).toContain('300 rows, whole');
});

it.each([
  ['breaks off', 'break'],
  ['is not what its manifest says', 'end'],
])('an export that %s leaves no file and exits 1', async (_case, fate) => {
  const server = createServer(({ url = '' }, response) => {
    if (url.startsWith('/v1/status')) return void response.end(JSON.stringify({ log: { position: null }, projections: [] }));
    if (url.startsWith('/v1/exports/')) return void response.end(JSON.stringify({ state: 'complete', bytes: 8, rows: 2, sha256: 'f00', asOf: {} }));
    response.writeHead(200, { 'Tenure-Export': 'e1' }).write('{"a":1}\n');
    if (fate === 'end') response.end();
    else setTimeout(() => response.destroy(), 30);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    writeFileSync(join(cwd, 'kept.ndjson'), 'of an earlier export\n');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { exitCode, stdout } = await tenure(['export', 'retention', '--out', 'kept.ndjson', '--url', url], { cwd });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(readFileSync(join(cwd, 'kept.ndjson'), 'utf8')).toBe('of an earlier export\n');
    expect(readdirSync(cwd)).toEqual(['kept.ndjson']);
    expect(existsSync(join(cwd, 'kept.ndjson.manifest.json'))).toBe(false);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
