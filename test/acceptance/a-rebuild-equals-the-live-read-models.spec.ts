import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { inventedPurchases } from '../engine/invented-purchases.js';
import { itEmbedded } from '../engine/profile.js';
import { SeededRandom } from '../engine/seeded-random.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Line {
  readonly command: string;
  readonly id: string;
  readonly data: { readonly customerId: string; readonly occurredAt: string };
}

/** A company's facts: each needs only its customer to be known, and no other fact to have been sent before. */
function facts(seed: number): Line[] {
  const random = new SeededRandom(seed);
  return inventedPurchases({ customers: 40, seed }).flatMap((purchase, index): Line[] => {
    const { customerId, occurredAt } = purchase;
    const lines: Line[] = [{ command: 'RecordPurchase', id: `p-${index}`, data: { ...purchase, channel: random.pick(['web', 'shop']) } as Line['data'] }];
    const also = (command: string, fields: object) => lines.push({ command, id: `${command}-${index}`, data: { customerId, occurredAt, ...fields } });
    if (random.chance(0.1)) also('LogComplaint', { subject: random.pick(['late', 'broken']), severity: random.pick(['low', 'high']) });
    if (random.chance(0.1)) also('RecordSatisfaction', { metric: 'nps', score: random.below(11) });
    if (random.chance(0.05)) also('StartSubscription', { plan: 'basic', price: { minor: 999, currency: 'USD' }, interval: 'P1M' });
    if (random.chance(0.05)) also('ChangeCustomerDetails', { attributes: { region: `r-${random.below(5)}-${index}` } });
    if (random.chance(0.05)) also('RecordVisit', { channel: 'telephone' });
    return lines;
  });
}

const figures = [
  '/v1/retention?',
  '/v1/retention?granularity=week&weekStart=sunday&timezone=America/New_York&kind=recurring',
  '/v1/retention?by=region',
  '/v1/lifecycle?granularity=day',
  '/v1/totals?',
  '/v1/complaints/summary?',
];

/** Answers that depend on one engine's history: its fits, and the figures scored with them. */
const ofThisEngine = ['/v1/model-fits?', '/v1/model-fits/by-state?', '/v1/lifetime-value?limit=100'];

describe('the read models', () => {
  const engines: EngineProcess[] = [];
  const answers: object[][] = [];
  const all = facts(11);
  const customers = [...new Set(all.map(({ data }) => data.customerId))];

  afterAll(async () => {
    for (const engine of engines) await engine.stop();
    removeTemporaryFolders();
  });

  /** Sends all lines in the given order, restarts the engine now and then after a kill or a stop, and checks the answers. */
  async function live(lines: readonly Line[], random: SeededRandom): Promise<void> {
    const data = join(temporaryFolder(), 'data');
    let engine = await EngineProcess.start({ data });
    await engine.client.bulk(
      customers.map((customerId) => ({ command: 'RegisterCustomer', id: 'register', data: { customerId, occurredAt: '2024-01-01T00:00:00Z' } })),
    );
    for (let at = 0; at < lines.length; ) {
      const size = 200 + random.below(400);
      const sent = await engine.client.bulk<{ status: number }>(lines.slice(at, at + size));
      expect(sent.filter(({ status }) => status !== 201)).toEqual([]);
      at += size;
      const { position } = await engine.client.post<{ position: string }>('/v1/models/nbd/fits', {});
      if (random.chance(0.5)) await engine.client.accept('PromoteModel', { model: 'nbd', fit: position });
      if (!random.chance(0.35)) continue;
      await (random.chance(0.5) ? engine.kill() : engine.stop());
      engine = await EngineProcess.start({ data });
    }
    engines.push(engine);
    expect(await engine.client.check()).toMatchObject({ identical: true });
    const found: object[] = [];
    for (const path of figures) {
      const { asOf, ...answer } = await engine.client.current<{ asOf: object }>(path);
      found.push(answer);
    }
    answers.push(found);
  }

  it('equal a rebuild after live running and restarts', () => live(all, new SeededRandom(1)), 120_000);

  it('equal a rebuild, and one another, with the facts in any order of arrival', async () => {
    const random = new SeededRandom(2);
    await live(random.shuffled(all), random);
    await live([...all].reverse(), random);
    for (const [index, path] of figures.entries()) {
      expect([path, answers[1]![index]]).toEqual([path, answers[0]![index]]);
      expect([path, answers[2]![index]]).toEqual([path, answers[0]![index]]);
    }
  }, 180_000);

  it('are replaced by a rebuild without a change to any figure, while they can be read', async () => {
    const { client } = engines[0]!;
    const fits = await Promise.all(ofThisEngine.map((path) => client.current<{ asOf: object }>(path)));
    expect(fits[0]).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ model: 'nbd' })]) });
    const started = await client.post<{ id: string; state: string }>('/v1/operations/rebuilds', {});
    let { state } = started;
    while (state === 'running') {
      expect((await client.ask('/v1/retention')).status).toBe(200);
      ({ state } = await client.get<{ state: string }>(`/v1/operations/rebuilds/${started.id}`));
    }
    expect(state).toBe('done');
    for (const [index, path] of figures.entries()) {
      const { asOf, ...answer } = await client.current<{ asOf: object }>(path);
      expect([path, answer]).toEqual([path, answers[0]![index]]);
    }
    expect(await Promise.all(ofThisEngine.map((path) => client.current<{ asOf: object }>(path)))).toEqual(fits);
    expect(await client.check()).toMatchObject({ identical: true });
  }, 60_000);

  itEmbedded(
    'have one digest, and the command line says it without an engine too',
    async () => {
      const data = join(temporaryFolder(), 'data');
      const cwd = join(data, '..');
      await tenure(['command', 'RegisterCustomer', '--id', 'one', 'customerId=C-1', '--data', data], { cwd });
      const check = async () => (await tenure(['rebuild', '--check', '--json', '--data', data], { cwd })).json();
      const { digest } = await check();
      expect(await check()).toMatchObject({ identical: true, digest, events: expect.any(Number) });
      await tenure(['command', 'RecordVisit', '--id', 'two', 'customerId=C-1', '--data', data], { cwd });
      expect((await check())['digest']).not.toBe(digest);
    },
    120_000,
  );
});
