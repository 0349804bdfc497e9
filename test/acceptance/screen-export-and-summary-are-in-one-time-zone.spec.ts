import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Described {
  readonly definition: { readonly timezone: string; readonly present: { readonly day: string } };
  readonly periods: readonly { readonly start: string }[];
}

/** A second of March in UTC is one of February in New York. */
describe('an engine whose reporting time zone is New York', () => {
  let engine: EngineProcess;
  let data: string;

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data, environment: { TENURE_TIMEZONE: 'America/New_York' } });
    const occurredAt = '2026-03-01T02:00:00Z';
    const amount = { minor: 1000, currency: 'USD' };
    for (const customerId of ['Q1', 'Q2']) await engine.client.accept('RegisterCustomer', { customerId });
    await engine.client.accept('RecordPurchase', { customerId: 'Q1', orderId: 'z1', occurredAt, amount });
    await engine.client.accept('RecordPurchase', { customerId: 'Q2', orderId: 'z2', occurredAt: '2026-03-15T12:00:00Z', amount });
    await engine.client.accept('LogComplaint', { customerId: 'Q1', complaintId: 'Z1', occurredAt, subject: 'late' });
  }, 180_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const rows = async (path: string): Promise<Record<string, string>[]> => {
    const answer = await engine.client.ask(`${path}${path.includes('?') ? '&' : '?'}format=csv&minPosition=${await engine.client.head()}`);
    expect(answer.status).toBe(200);
    return parse(answer.text, { columns: true });
  };
  const months = (of: Record<string, string>[], column: string) => [
    ...new Set(of.filter(({ granularity = 'month' }) => granularity === 'month').map((row) => `${row[column]} ${row['timezone']}`)),
  ];
  const here = ['2026-02 America/New_York', '2026-03 America/New_York'];

  it('shows the same months on the screen, in rows and in exports, and says the zone', async () => {
    const { stdout } = await tenure(['retention', '--counts', '--data', data], { cwd: data });
    expect([...stdout.matchAll(/^(\d{4}-\d\d) +1 /gm)].map(([, month]) => month)).toEqual(['2026-02', '2026-03']);
    expect(stdout).toContain('America/New_York');
    for (const [path, column] of [
      ['/v1/retention', 'cohort'],
      ['/v1/export/retention', 'cohort'],
      ['/v1/lifecycle', 'start'],
      ['/v1/export/lifecycle', 'start'],
    ] as const) {
      expect([path, months(await rows(path), column)]).toEqual([path, here]);
    }
    expect(months(await rows('/v1/complaints/summary'), 'start')).toEqual(here.slice(0, 1));
    expect((await rows('/v1/export/purchases')).map(({ day }) => day)).toEqual(['2026-02-28', '2026-03-15']);
  });

  it('counts in another zone everywhere when asked to', async () => {
    const there = ['2026-03 UTC'];
    for (const path of ['/v1/export/retention', '/v1/export/lifecycle', '/v1/complaints/summary']) {
      expect(months(await rows(`${path}?timezone=UTC`), path.includes('retention') ? 'cohort' : 'start')).toEqual(there);
    }
    const exported = await tenure(['export', 'retention', '--format', 'csv', '--timezone', 'UTC', '--data', data], { cwd: data });
    expect(months(parse(exported.stdout, { columns: true }), 'cohort')).toEqual(there);
    const refused = await tenure(['export', 'customer-file', '--timezone', 'UTC', '--data', data], { cwd: data });
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('timezone')]);
  });

  it('takes days in that zone, and says in the manifest what was asked', async () => {
    expect((await rows('/v1/export/complaints?to=2026-02-28')).length).toBe(1);
    expect((await rows('/v1/export/complaints?from=2026-03-01')).length).toBe(0);
    const answer = await engine.client.ask('/v1/export/purchases?from=2026-03');
    const manifest = await engine.client.get<{ parameters: object; definition: string }>(`/v1/exports/${answer.headers.get('tenure-export')}`);
    expect(manifest).toMatchObject({ parameters: { from: '2026-03' }, definition: '/v1/definitions/purchases' });
  });

  it('has the day of the latest fact for its present', async () => {
    const { definition } = await engine.client.get<Described>('/v1/lifecycle');
    expect(definition).toMatchObject({ timezone: 'America/New_York', present: { day: '2026-03-15', basis: 'latest-fact' } });
  });
});
