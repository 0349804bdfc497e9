import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface File {
  readonly revision: number;
  readonly totals: readonly { readonly purchases: number; readonly spend: { readonly minor: number } }[];
  readonly asOf: { readonly position: string };
}

describe('a read with the position of a write', () => {
  let engine: EngineProcess;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
    // On a shared server a new relay reads past the events of others first.
    const { position } = await engine.client.accept('RegisterCustomer', { customerId: 'C-first' });
    await engine.client.get(`/v1/customers/C-first?minPosition=${position}&timeout=PT1M`);
  }, 90_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('holds that write, every time, with eight customers writing at once', async () => {
    const write = async (customerId: string) => {
      await engine.client.accept('RegisterCustomer', { customerId });
      for (let n = 1; n <= 40; n++) {
        const { position, revision } = await engine.client.accept('RecordPurchase', { customerId, amount: { minor: n, currency: 'EUR' } });
        const file = await engine.client.get<File>(`/v1/customers/${customerId}?minPosition=${position}`);
        expect(file).toMatchObject({ revision, totals: [{ purchases: n, spend: { minor: (n * (n + 1)) / 2 } }] });
        expect(file.asOf.position >= position).toBe(true);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => write(`C-${index}`)));
  });

  it('holds it in every read model', async () => {
    const { position } = await engine.client.accept('LogComplaint', { customerId: 'C-0', complaintId: 'K-1', subject: 'late' });
    for (const path of [
      '/v1/retention?',
      '/v1/lifecycle?',
      '/v1/churn-likelihood?',
      '/v1/lifetime-value?',
      '/v1/complaints?',
      '/v1/customers?',
      '/v1/totals?',
      '/v1/model-fits?',
      '/v1/recurring-revenue?',
      '/v1/terms?',
    ]) {
      const { asOf } = await engine.client.get<File>(`${path}minPosition=${position}`);
      expect([path, asOf.position >= position]).toEqual([path, true]);
    }
    expect((await engine.client.get<{ items: object[] }>(`/v1/complaints?minPosition=${position}`)).items).toEqual([
      expect.objectContaining({ complaintId: 'K-1' }),
    ]);
  });

  it('holds a fit in the list of fits, which follows the log and not the topic', async () => {
    for (const customerId of ['C-0', 'C-1', 'C-2', 'C-3']) {
      await engine.client.accept('RecordPurchase', { customerId, occurredAt: '2026-01-01', amount: { minor: 1, currency: 'EUR' } });
    }
    const { position } = await engine.client.post<{ position: string }>('/v1/models/nbd/fits', {});
    const { items } = await engine.client.get<{ items: object[] }>(`/v1/model-fits?minPosition=${position}`);
    expect(items[0]).toMatchObject({ model: 'nbd', position });
  });

  it('that nobody has written is refused, not waited for', async () => {
    const head = await engine.client.head();
    const ahead = `9${head.slice(1)}`;
    for (const [path, parameter] of [
      ['/v1/customers/C-0', 'minPosition'],
      ['/v1/retention', 'asAt'],
      ['/v1/export/lifecycle', 'asAt'],
      ['/v1/models', 'asAt'],
      ['/v1/replay', 'to'],
      ['/v1/events', 'after'],
      ['/v1/events/stream', 'after'],
    ] as const) {
      const { status, json } = await engine.client.ask(`${path}?${parameter}=${ahead}`);
      const problem = json<{ head: string }>();
      const errors = [expect.objectContaining({ pointer: `/${parameter}`, code: 'position-beyond-head', detail: expect.stringContaining(problem.head) })];
      expect([path, status, problem]).toEqual([path, 409, expect.objectContaining({ code: 'position-beyond-head', retryable: false, errors })]);
      // Meanwhile the engine may record who has read what.
      expect([path, problem.head >= head]).toEqual([path, true]);
    }
  });

  it('is the same position with and without the zeros in front, wherever one is taken', async () => {
    const { position } = await engine.client.accept('RegisterCustomer', { customerId: 'C-zeros' });
    const bare = position.replaceAll(/\b0+(?=\d)/g, '');
    for (const path of ['/v1/customers/C-zeros?minPosition=', '/v1/customers/C-zeros?asAt=', '/v1/models?asAt=', '/v1/replay?customerId=C-zeros&to=']) {
      const answers = await Promise.all([position, bare, `000${bare}`].map((text) => engine.client.ask(path + text)));
      expect([path, ...answers.map(({ status }) => status)]).toEqual([path, 200, 200, 200]);
    }
    const behind = await Promise.all([position, bare].map((after) => engine.client.get<{ items: object[] }>(`/v1/events?after=${after}`)));
    expect(behind[1]!.items).toEqual(behind[0]!.items);
  });

  it('says with the customer unknown how to read it', async () => {
    const answer = await engine.client.ask('/v1/customers/nobody');
    expect([answer.status, answer.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'customer-unknown', detail: expect.stringContaining('minPosition') }),
    ]);
  });
});
