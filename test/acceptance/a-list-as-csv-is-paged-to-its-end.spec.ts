import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

describe('a list as CSV', () => {
  let engine: EngineProcess;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
    await engine.client.importFile('purchases', asCsv(inventedPurchases({ customers: 25, seed: 5 })), {});
    for (let n = 0; n < 25; n += 1) {
      await engine.client.accept('LogComplaint', { customerId: `C-${String(n + 1).padStart(5, '0')}`, complaintId: `K-${n}`, subject: '=late' });
    }
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it.each(['/v1/customers', '/v1/complaints'])('%s is whole when its links are followed, with the same header on each page', async (path) => {
    const { items } = await engine.client.get<{ items: { customerId: string }[] }>(`${path}?minPosition=${await engine.client.head()}`);
    const seen: string[] = [];
    const headers = new Set<string>();
    for (let next: string | undefined = `${path}?limit=10`; next !== undefined; ) {
      const page = await engine.client.ask(next, { headers: { accept: 'text/csv' } });
      expect(page.status).toBe(200);
      headers.add(page.text.split('\r\n')[0]!);
      const rows: { customerId: string }[] = parse(page.text, { columns: true });
      seen.push(...rows.map(({ customerId }) => customerId));
      next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
      expect(page.headers.get('tenure-next')).toEqual(next === undefined ? null : new URLSearchParams(next.split('?')[1]).get('cursor'));
    }
    expect(seen).toEqual(items.map(({ customerId }) => customerId));
    expect(headers.size).toBe(1);
  });

  it('is guarded for people, raw for programs, and marked on request', async () => {
    const text = async (query: string) => {
      const answer = await engine.client.open(`/v1/complaints?format=csv&limit=1${query}`);
      return Buffer.from(await answer.arrayBuffer()).toString('utf8');
    };
    expect(await text('')).toContain(",'=late,");
    expect(await text('&raw=true')).toContain(',=late,');
    expect((await text('&bom=true')).startsWith('\uFEFFcustomerId,')).toBe(true);
  });

  it('has its header when nothing is in it', async () => {
    const { text } = await engine.client.ask('/v1/complaints?format=csv&status=resolved');
    expect(text).toMatch(/^customerId,complaintId,[^\n]*\r\n$/);
  });
});
