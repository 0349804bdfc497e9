import type { ReadSnapshot, ReadStore, View } from '@tenure/read-store';
import type { ThreadCalls } from '@tenure/threads';
import type { Query } from './query.js';
import { QueryRunner } from './query-runner.js';
import { QueryService } from './query-service.js';
import type { ReadModel } from './read-model.js';

const view = { projection: 'notes', version: 1, live: true } as unknown as View;
const documents = new Map([
  ['small', 'x'],
  ['large', 'x'.repeat(1_000_000)],
]);
const snapshot = {
  view: async () => view,
  checkpoint: async () => ({ position: '1', recordedAt: 1 }),
  get: async (_: View, key: string) => ({ key, revision: 0, body: documents.get(key)! }),
  close: () => undefined,
} as unknown as ReadSnapshot;
const length: Query<{ customerId: string }> = {
  name: 'length',
  path: 'length/:customerId',
  summary: 'How long what is kept of a customer is',
  params: class {},
  answer: {},
  access: 'figures',
  cost: 'lookup',
  run: async (context, { customerId }) => ({ length: (await context.snapshot.get(view, customerId))!.body.length }),
};

it('a look-up is answered here, unless it comes upon a document that would hold up everybody: then a thread answers', async () => {
  const asked: object[] = [];
  const thread = {
    call: async (_: string, argument: object) => {
      asked.push(argument);
      return { answer: { length: 'long' }, asOf: null };
    },
  } as unknown as ThreadCalls;
  const readModel = { projection: { name: 'notes' }, queries: [length] } as unknown as ReadModel;
  const store: Pick<ReadStore, 'snapshot'> = { snapshot: async () => snapshot };
  const log = { waitingSince: async () => null, readStream: async () => [] };
  const runner = new QueryRunner([readModel], store, log, { timezone: 'UTC', currency: 'EUR', now: () => 0, personal: { open: async () => [] } });
  const service = new QueryService({ runner, threads: { queries: thread, exports: thread, auditor: thread }, log: { head: async () => null }, seconds: 60 });
  const freshness = { minPosition: null, timeoutMs: 0, onTimeout: 'fail', asAt: null } as const;
  const ask = (customerId: string) =>
    service.run(length as Query, { customerId }, freshness, { personal: true }, { key: 'k', signal: new AbortController().signal });

  expect((await ask('small')).answer).toEqual({ length: 1 });
  expect(asked).toEqual([]);
  expect((await ask('large')).answer).toEqual({ length: 'long' });
  expect(asked).toEqual([expect.objectContaining({ path: 'length/:customerId', params: { customerId: 'large' } })]);
});
