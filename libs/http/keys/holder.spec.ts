import { roles } from '@tenure/access';
import { type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const me = (token: string) => edge.ask('/v1/me', { headers: { authorization: `Bearer ${token}` } });

it('a stored key is told its name, id, roles and end', async () => {
  const answer = await me(tokenOf('integrator'));
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { name: 'integrator', keyId: 'k1', roles: ['integrator'], expiresAt: '1970-01-02T00:00:00.000Z' },
  ]);
});

it('a key that is not stored has no id and no end', async () => {
  expect(await (await me(tokenOf('all'))).json()).toEqual({ name: 'all', keyId: null, roles: [...roles], expiresAt: null });
});
