import { roles } from '@tenure/access';
import { type Edge, startEdge } from '../testing/edge.js';
import { isFromThisMachine } from './from-this-machine.js';

let edge: Edge;
beforeEach(async () => {
  edge = await startEdge();
});
afterEach(() => edge.close());

const signIn = (code: unknown, headers: Record<string, string> = {}) =>
  fetch(`${edge.url}/v1/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ code }) });

it('a code is exchanged once for a key of its own that ends after twelve hours', async () => {
  const code = edge.engine.signInCodes.issue();
  const before = Date.now();
  const answer = await signIn(code);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
  const key = (await answer.json()) as { name: string; roles: string[]; createdBy: string; token: string; expiresAt: string };
  expect(key).toMatchObject({ name: 'dashboard on this machine', roles, createdBy: 'sign-in', token: 'tk_once' });
  const hours = (Date.parse(key.expiresAt) - before) / 3_600_000;
  expect([hours >= 12, hours < 12.1]).toEqual([true, true]);
  const again = await signIn(code);
  expect([again.status, await again.json()]).toEqual([401, expect.objectContaining({ code: 'code-not-good', detail: expect.stringContaining('used before') })]);
  expect(edge.engine.accesses).toContainEqual(expect.objectContaining({ kind: 'login', outcome: 'refused', what: 'POST /v1/sign-in' }));
});

it('a code that a gateway passes on is refused and not used up', async () => {
  const code = edge.engine.signInCodes.issue();
  for (const name of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP'])
    expect([name, (await signIn(code, { [name]: '127.0.0.1' })).status]).toEqual([name, 403]);
  expect((await signIn(code)).status).toBe(201);
});

it('unknown codes are slowed down as unknown keys are, and a good one is let in all the same', async () => {
  const code = edge.engine.signInCodes.issue();
  const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await signIn('guessed')).status));
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  expect((await signIn(code)).status).toBe(201);
});

it.each([[undefined], [''], [7], ['x'.repeat(101)]])('%p is no code', async (code) => {
  expect((await signIn(code)).status).toBe(400);
});

it('without codes there is no such route', async () => {
  const role = await startEdge((parts) => ({ ...parts, ports: { ...parts.ports, signInCodes: undefined } }));
  const answer = await fetch(`${role.url}/v1/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"code":"x"}' });
  await role.close();
  expect(answer.status).toBe(404);
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.168.1.7', false],
  ['::ffff:10.0.0.1', false],
  ['fe80::1', false],
  ['2001:db8::7f00:1', false],
  [undefined, false],
])('a socket from %s is one of this machine: %s', (remoteAddress, expected) => {
  expect(isFromThisMachine({ headers: {}, raw: { socket: { remoteAddress } as never } })).toBe(expected);
});
