import { join } from 'node:path';
import { Readable } from 'node:stream';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Key {
  readonly keyId: string;
  readonly token: string;
}
interface Access {
  readonly kind: string;
  readonly outcome: string;
  readonly actor: string | null;
  readonly address: string | null;
  readonly addressWithheld?: string;
  readonly what: readonly string[];
  readonly subjects: readonly string[];
  readonly count: number;
}

describe('access', () => {
  let data: string;
  let engine: EngineProcess;
  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const makeKey = (roles: readonly string[], more: object = {}) => engine.client.post<Key>('/v1/keys', { name: roles.join(' '), roles, ...more });
  const accesses = async (question = '') => (await engine.client.get<{ items: Access[] }>(`/v1/access?limit=1000${question}`)).items;
  const customersOf = async () => (await engine.client.get<{ customers: number }>('/v1/totals')).customers;

  it('ends streams, bulks and imports of a key that is revoked, and records nothing more for it', async () => {
    const reader = await makeKey(['analyst']);
    const writer = await makeKey(['integrator']);
    const stream = await engine.client.with(reader.token).open('/v1/events/stream');
    let sent = 0;
    let isCut = false;
    const lines = async function* () {
      while (!isCut) {
        sent += 1;
        yield Buffer.from(`R-${sent},2026-03-01,1.00,USD,o-${sent}\n`);
        if (sent % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const file = (async function* () {
      yield Buffer.from('customer_id,occurred_at,amount,currency,order_id\n');
      yield* lines();
    })();
    const upload = engine.client
      .with(writer.token)
      .open('/v1/imports/purchases', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: Readable.toWeb(Readable.from(file)) as ReadableStream,
        duplex: 'half',
      })
      .then((answer) => answer.text());
    const uploadEnded = upload
      .then(
        () => 'whole',
        () => 'cut off',
      )
      .finally(() => {
        isCut = true;
      });
    const streamEnded = stream.text().then(
      () => 'whole',
      () => 'cut off',
    );
    for (const { keyId } of [reader, writer]) await engine.client.postAnswer(`/v1/keys/${keyId}/revoke`, { reason: 'story' });
    expect(await Promise.all([streamEnded, uploadEnded])).toEqual(['cut off', 'cut off']);
    const recorded = await customersOf();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await customersOf()).toBe(recorded);
  }, 60_000);

  it('comes to its end with the key, though nobody revokes it', async () => {
    const { token } = await makeKey(['analyst'], { expires: 'PT1S' });
    const stream = await engine.client.with(token).open('/v1/events/stream');
    await expect(stream.text()).rejects.toThrow();
    expect((await engine.client.with(token).ask('/v1/status')).status).toBe(401);
  }, 60_000);

  it('is granted by nobody who does not have it', async () => {
    const { token } = await makeKey(['operator']);
    const refused = await engine.client.with(token).postAnswer('/v1/keys', { name: 'more', roles: ['operator', 'auditor'] });
    expect([refused.status, refused.json()]).toEqual([403, expect.objectContaining({ code: 'role-not-held', detail: expect.stringContaining('auditor') })]);
    expect((await engine.client.with(token).postAnswer('/v1/keys', { name: 'like', roles: ['operator'] })).status).toBe(201);
  });

  it('tries with unknown keys are counted and slowed down, and never keep a good key out', async () => {
    const guesses = await Promise.all(Array.from({ length: 130 }, (_, each) => engine.client.with(`guess-${each}`).ask('/v1/status')));
    const slowed = guesses.filter(({ status }) => status === 429);
    expect([slowed.length > 0, Number(slowed[0]!.headers.get('retry-after')) > 0]).toEqual([true, true]);
    expect((await engine.client.ask('/v1/status')).status).toBe(200);
    const failures = (await accesses('&kind=login')).filter(({ outcome }) => outcome === 'refused');
    expect(failures.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(130);
    expect(failures.length).toBeLessThanOrEqual(3);
  });

  it('is recorded over a restart: who, from where, what, with what outcome; never among events, figures or the topic', async () => {
    const { position } = await engine.client.accept('RegisterCustomer', { customerId: 'C-1', personal: { name: 'Ada', email: 'ada@example.com' } });
    const analyst = await makeKey(['analyst']);
    const asAnalyst = engine.client.with(analyst.token);
    await asAnalyst.ask(`/v1/customers/C-1?minPosition=${position}`);
    await asAnalyst.ask('/v1/export/customer-file');
    await asAnalyst.ask('/v1/keys');
    await engine.client.postAnswer('/v1/customers/resolve', { email: 'ada@example.com' });
    await engine.stop();
    engine = await EngineProcess.start({ data });
    const found = await accesses();
    const of = (kind: string, actor: string) => found.find((each) => each.kind === kind && each.actor === actor);
    const own = `key:${analyst.keyId}`;
    expect(of('reveal', own)).toMatchObject({ outcome: 'done', address: '127.0.0.1', subjects: ['C-1'], what: ['GET /v1/customers/:customerId'] });
    expect(of('export', own)).toMatchObject({ outcome: 'done', subjects: ['customer-file'] });
    expect(of('denial', own)).toMatchObject({ outcome: 'refused', what: ['GET /v1/keys'] });
    expect(of('key', 'TENURE_API_KEY')).toMatchObject({ outcome: 'done', what: ['POST /v1/keys'] });
    expect(found.some(({ what, subjects }) => what.includes('POST /v1/customers/resolve') && subjects.length > 0)).toBe(true);
    expect(JSON.stringify(found)).not.toContain('ada@example.com');
    const events = (await engine.client.ask('/v1/events?limit=1000')).text;
    expect([events.includes('AccessRecorded'), events.includes('ApiKeyUsed')]).toEqual([false, false]);
    expect((await engine.client.with(analyst.token).ask('/v1/access')).status).toBe(403);
  }, 60_000);

  it('is not opened with a key that can be guessed', async () => {
    for (const weak of ['short', 'passwordpassword', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'changeme-tenure-api-key']) {
      const start = EngineProcess.start({ data: join(temporaryFolder(), 'weak'), environment: { TENURE_API_KEY: weak } });
      await expect(start).rejects.toThrow(/TENURE_API_KEY.*openssl rand/);
    }
  }, 60_000);
});
