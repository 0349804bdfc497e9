import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { logExports, readModels } from '@tenure/projections';
import { parse } from 'csv-parse/sync';
import { parseLines } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';

const exported = [...readModels.map(({ projection }) => projection.name), ...logExports.map(({ name }) => name)];
const formats = ['csv', 'ndjson'] as const;
type Row = Record<string, unknown>;
interface Manifest {
  readonly state: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly asOf: { readonly position: string };
}

const rowsOf = { csv: (text: string): Row[] => parse(text, { columns: true }), ndjson: (text: string): Row[] => parseLines(text) };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('an export', () => {
  let data: string;
  let engine: EngineProcess;

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    await engine.client.importFile('purchases', asCsv(inventedPurchases({ customers: 300, seed: 5 })), {});
    await engine.client.accept('ChangeCustomerDetails', { customerId: 'C-00001', personal: { name: '=SUM(A1)"\n;,\u{1F600}' } });
    await engine.client.accept('LogComplaint', { customerId: 'C-00001', complaintId: 'K-1', subject: 'a, "b"' });
    const price = { minor: 999, currency: 'USD' };
    await engine.client.accept('StartSubscription', { customerId: 'C-00001', plan: 'basic', price, interval: 'P1M', occurredAt: '2025-01-01' });
    await engine.client.accept('StateMargin', { figure: 'lifetime-value', currency: 'USD', share: 0.4, from: '2025-01-01', reason: 'as the accounts, "say"' });
    for (const model of ['mbg-nbd', 'gamma-gamma']) await engine.client.post(`/v1/models/${model}/fits`, {});
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  /** By node:http: `fetch` does not show trailers. */
  const download = async (path: string) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      get(engine.url + path, { headers: { authorization: `Bearer ${apiKey}` } }, resolve).on('error', reject),
    );
    const pieces: Buffer[] = [];
    for await (const piece of response) pieces.push(piece as Buffer);
    return { bytes: Buffer.concat(pieces), headers: response.headers, trailers: response.trailers };
  };

  it.each(exported.flatMap((readModel) => formats.map((format) => [readModel, format] as const)))(
    'of %s as %s has the rows and the digest that it says',
    async (readModel, format) => {
      const minPosition = await engine.client.head();
      const { bytes, headers, trailers } = await download(`/v1/export/${readModel}?format=${format}&minPosition=${minPosition}`);
      const rows = rowsOf[format](bytes.toString('utf8'));
      expect(rows.length).toBeGreaterThan(0);
      expect(trailers).toEqual({ 'tenure-rows': String(rows.length), 'tenure-sha256': sha256(bytes) });
      const manifest = await engine.client.get<Manifest>(`/v1/exports/${headers['tenure-export']}`);
      expect(manifest).toMatchObject({ state: 'complete', readModel, format, rows: rows.length, bytes: bytes.length, sha256: sha256(bytes) });
      expect(manifest.asOf.position >= minPosition).toBe(true);
    },
  );

  it.each(exported)('of %s says the same as CSV and as NDJSON', async (readModel) => {
    const text = async (format: string) => (await download(`/v1/export/${readModel}?format=${format}`)).bytes.toString('utf8');
    const [csv, ndjson] = [rowsOf.csv(await text('csv')), rowsOf.ndjson(await text('ndjson'))];
    expect(csv.map((row) => Object.keys(row).length)).toEqual(csv.map(() => Object.keys(csv[0]!).length));
    expect(csv).toHaveLength(ndjson.length);
    expect(Object.keys(ndjson[0]!).every((column) => column in csv[0]!)).toBe(true);
  });

  it('of the customers holds each of them once, in order', async () => {
    const rows = rowsOf.ndjson((await download('/v1/export/customer-file?format=ndjson')).bytes.toString('utf8'));
    const ids = rows.map((row) => row['customerId'] as string);
    expect([ids.length, new Set(ids).size]).toEqual([300, 300]);
    expect([...ids].sort()).toEqual(ids);
  });

  it('hands no formula to a spreadsheet', async () => {
    const text = (await download('/v1/export/customer-file?format=csv')).bytes.toString('utf8');
    expect(text).not.toMatch(/(^|,|\n)"?=SUM/);
    expect(text).toContain('\u{1F600}');
  });

  it('of purchases adds up to the totals, a row for each purchase', async () => {
    await engine.client.accept('RecordReturn', { customerId: 'C-00002', orderId: 'C-00002-1', amount: { minor: 100, currency: 'USD' } });
    const minPosition = await engine.client.head();
    const rows = rowsOf.ndjson((await download(`/v1/export/purchases?minPosition=${minPosition}`)).bytes.toString('utf8'));
    const { totals } = await engine.client.get<{ totals: { purchases: number; spend: { minor: number }; net: { minor: number } }[] }>(
      `/v1/totals?minPosition=${minPosition}`,
    );
    const sum = (column: string) => rows.reduce((total, row) => total + (row[column] as number), 0);
    expect([rows.length, sum('amountMinor'), sum('netMinor')]).toEqual([totals[0]!.purchases, totals[0]!.spend.minor, totals[0]!.net.minor]);
    const past = rowsOf.ndjson((await download(`/v1/export/purchases?asAt=${minPosition}`)).bytes.toString('utf8'));
    expect(past).toEqual(rows);
  });

  it('has a column for each currency and attribute, not a cell of JSON', async () => {
    const text = (await download('/v1/export/customer-file?format=csv')).bytes.toString('utf8');
    const [row] = rowsOf.csv(text);
    expect(Object.keys(row!)).toEqual(expect.arrayContaining(['purchases_USD', 'spendMinor_USD', 'netMinor_USD']));
    expect(text).not.toContain('{');
  });

  it('into a file leaves the file and its manifest', async () => {
    const cwd = join(data, '..');
    const printed = await tenure(['export', 'lifetime-value', '--out', 'value.csv', '--json', '--data', data], { cwd });
    expect(printed.exitCode).toBe(0);
    const bytes = readFileSync(join(cwd, 'value.csv'));
    const manifest = JSON.parse(readFileSync(join(cwd, 'value.csv.manifest.json'), 'utf8')) as Manifest;
    expect(manifest).toMatchObject({ rows: rowsOf.csv(bytes.toString('utf8')).length, sha256: sha256(bytes) });
    expect(printed.json()).toMatchObject({ rows: manifest.rows, sha256: manifest.sha256 });
  });

  it('of something else is refused with the nearest name', async () => {
    const answer = await engine.client.ask('/v1/export/retentoin');
    expect([answer.status, answer.json()]).toEqual([404, expect.objectContaining({ detail: expect.stringContaining('retention') })]);
  });
});
