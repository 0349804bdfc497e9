import 'reflect-metadata';
import { AccessKeys, newToken, principalOfAllRoles } from '@tenure/access';
import { commands } from '@tenure/customer';
import { createHttpApplication } from '@tenure/http';
import { givenSecret } from '@tenure/log-secret';
import { readModels } from '@tenure/projections';

/**
 * The floor of requests over HTTP: the engine's own edge (routes, guard, keys, shapes, dispatch, answers) with nothing behind it.
 * Prints `{url, token}`.
 */
const { token } = newToken();
const keys = await AccessKeys.load({
  log: { readStream: async () => [], append: async () => ({ outcome: 'conflict', actual: 'no-stream' }) },
  secret: givenSecret('the secret of a log that is never written'),
  unstored: [{ token, principal: principalOfAllRoles('bench', 'bench') }],
});
const position = '0000000000000001';
const asOf = { position, recordedAt: Date.now(), lagMs: 0 };
const events = [{ eventId: '00000000-0000-5000-8000-000000000000', type: 'PurchaseRecorded', revision: 1 }];

const http = await createHttpApplication({
  ports: {
    keys,
    audit: { record: () => undefined, pending: () => [], addressOf: async () => null },
    moments: { position: (text) => text, endOfDay: () => 0 },
    commands: {
      execute: async ({ id, customerId }) => ({ status: 'accepted', replayed: false, commandId: id, customerId, revision: 1, position, events }),
      executeMany: async () => [],
    },
    queries: {
      run: async (_query, { customerId }) => ({ answer: { customerId, revision: 1 }, asOf }),
      export: async () => ({ asOf, pieces: nothing() }),
    },
    health: { notReady: async () => [], status: async () => ({}) },
  },
  commands,
  readModels,
});
const { url } = await http.listen({ host: '127.0.0.1', port: 0 });
console.log(JSON.stringify({ url, token }));
process.once('SIGTERM', () => void http.close().then(() => process.exit()));

async function* nothing() {}
