import type { AppendRequest, AppendResult, RecordedEvent } from '@tenure/event-log';
import { givenSecret } from '@tenure/log-secret';
import { AccessKeys, newToken, principalOfAllRoles } from './index.js';

const setup = principalOfAllRoles('setup', 'the set-up');
const x = principalOfAllRoles('x', 'x');

const secret = givenSecret('the secret of the logs of this spec');

/** One stream in memory, with the log's own rule on expectations. */
class OneStream {
  readonly events: RecordedEvent[] = [];

  async append({ stream, expected, events }: AppendRequest): Promise<AppendResult> {
    const actual = this.events.length === 0 ? 'no-stream' : this.events.length - 1;
    if (expected !== actual) return { outcome: 'conflict', actual };
    for (const event of events) {
      const revision = this.events.length;
      this.events.push({ ...event, personal: undefined, stream, revision, position: String(revision), recordedAt: 0 });
    }
    const revision = this.events.length - 1;
    return { outcome: 'appended', revision, position: String(revision), positions: [String(revision)], recordedAt: 0 };
  }

  async readStream(_stream: string, { from = 0, limit = 1_000 } = {}): Promise<RecordedEvent[]> {
    return this.events.slice(from, from + limit);
  }
}

it('a created key is recognised, now and after a restart, and its token is kept nowhere', async () => {
  const log = new OneStream();
  const keys = await AccessKeys.load({ log, secret, now: () => 7 });
  const created = await keys.create({ name: 'shop', roles: ['integrator', 'integrator'] }, setup);
  expect(created.token).toMatch(/^tk_[0-9a-f]{16}_[\w-]{43}$/);
  const principal = { id: `key:${created.keyId}`, name: 'shop', roles: ['integrator'] };
  expect(keys.authenticate(created.token)).toEqual(principal);
  expect((await AccessKeys.load({ log, secret })).authenticate(created.token)).toEqual(principal);
  expect(JSON.stringify(log.events)).not.toContain(created.token.slice(-43));
  expect(log.events[0]).toMatchObject({ type: 'ApiKeyCreated', occurredAt: 7, metadata: { actor: 'setup', index: 0 } });
  expect(keys.list()).toEqual([
    { keyId: created.keyId, name: 'shop', roles: ['integrator'], createdAt: 7, createdBy: 'setup', expiresAt: null, lastUsedAt: 7, revoked: null },
  ]);
});

it('a revoked key is refused at once, though it was used before', async () => {
  const keys = await AccessKeys.load({ log: new OneStream(), secret });
  const { token, keyId } = await keys.create({ name: 'shop', roles: ['analyst'] }, setup);
  expect(keys.authenticate(token)).not.toBeNull();
  await keys.revoke(keyId, 'leaked', 'key:other');
  expect(keys.authenticate(token)).toBeNull();
  expect(keys.list()[0]?.revoked).toMatchObject({ by: 'key:other', reason: 'leaked' });
  await expect(keys.revoke(keyId, 'again', 'x')).rejects.toMatchObject({ code: 'key-already-revoked' });
  await expect(keys.revoke('0000', 'why', 'x')).rejects.toMatchObject({ code: 'key-unknown' });
});

it.each(['', 'tk_', 'x'.repeat(10_000), newToken().token])('%.20s is nobody', async (token) => {
  const keys = await AccessKeys.load({ log: new OneStream(), secret });
  await keys.create({ name: 'shop', roles: ['analyst'] }, setup);
  expect(keys.authenticate(token)).toBeNull();
});

it('the id of a key with another secret is nobody', async () => {
  const keys = await AccessKeys.load({ log: new OneStream(), secret });
  const { token } = await keys.create({ name: 'shop', roles: ['analyst'] }, setup);
  const other = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
  expect(keys.authenticate(other)).toBeNull();
});

it('a key held in memory has its roles and leaves no event', async () => {
  const log = new OneStream();
  const keys = await AccessKeys.load({
    log,
    secret,
    unstored: [{ token: 'a-secret-of-a-script', principal: principalOfAllRoles('environment', 'TENURE_API_KEY') }],
  });
  expect(keys.authenticate('a-secret-of-a-script')?.roles).toHaveLength(5);
  expect(keys.authenticate('a-secret-of-a-scripT')).toBeNull();
  expect(log.events).toEqual([]);
});

it('two processes on one log see each other through the conflict', async () => {
  const log = new OneStream();
  const [left, right] = [await AccessKeys.load({ log, secret }), await AccessKeys.load({ log, secret })];
  const first = await left.create({ name: 'left', roles: ['analyst'] }, x);
  const second = await right.create({ name: 'right', roles: ['auditor'] }, x);
  expect(right.list().map((key) => key.name)).toEqual(['left', 'right']);
  await left.revoke(second.keyId, 'moved', 'x');
  expect(left.authenticate(first.token)).not.toBeNull();
  await expect(right.revoke(second.keyId, 'moved', 'x')).rejects.toMatchObject({ code: 'key-already-revoked' });
});

it('names and roles are checked', async () => {
  const keys = await AccessKeys.load({ log: new OneStream(), secret });
  await expect(keys.create({ name: ' ', roles: ['analyst'] }, x)).rejects.toMatchObject({ code: 'bad-name' });
  await expect(keys.create({ name: 'n', roles: [] }, x)).rejects.toMatchObject({ code: 'bad-roles' });
  await expect(keys.create({ name: 'n', roles: ['root' as 'analyst'] }, x)).rejects.toMatchObject({ code: 'bad-roles', field: 'roles' });
});

it('a key with an end opens nothing from then on, though it was used before', async () => {
  let now = 1_000;
  const keys = await AccessKeys.load({ log: new OneStream(), secret, now: () => now });
  const { token, expiresAt } = await keys.create({ name: 'audit of March', roles: ['auditor'], expiresAt: 2_000 }, setup);
  const principal = keys.authenticate(token)!;
  expect([expiresAt, principal.roles]).toEqual([2_000, ['auditor']]);
  now = 2_000;
  expect([keys.authenticate(token), keys.isGood(principal)]).toEqual([null, false]);
  await expect(keys.create({ name: 'too late', roles: ['auditor'], expiresAt: 2_000 }, setup)).rejects.toMatchObject({ code: 'bad-expiry' });
  // Its end could not be written in an answer.
  const tooFar = { name: 'for ever', roles: ['auditor'] as const, expiresAt: Date.parse('+010000-01-01T00:00:00Z') };
  await expect(keys.create(tooFar, setup)).rejects.toMatchObject({ code: 'bad-expiry', field: 'expires' });
  expect((await keys.create({ ...tooFar, expiresAt: tooFar.expiresAt - 1 }, setup)).expiresAt).toBe(Date.parse('9999-12-31T23:59:59.999Z'));
});

it('a key makes none that may do more than itself', async () => {
  const keys = await AccessKeys.load({ log: new OneStream(), secret });
  const operator = { id: 'key:o', name: 'o', roles: ['operator'] as const };
  await expect(keys.create({ name: 'n', roles: ['operator', 'auditor'] }, operator)).rejects.toMatchObject({ code: 'role-not-held', field: 'roles' });
  expect(await keys.create({ name: 'n', roles: ['operator'] }, operator)).toMatchObject({ createdBy: 'key:o' });
});

it('the last use is known at once here and to the day everywhere, for one event a day', async () => {
  const log = new OneStream();
  let now = Date.UTC(2026, 10, 29, 8);
  const here = await AccessKeys.load({ log, secret, now: () => now });
  const { token } = await here.create({ name: 'shop', roles: ['integrator'] }, setup);
  const other = await AccessKeys.load({ log, secret, now: () => now });
  for (let use = 0; use < 1_000; use += 1) {
    now += 1;
    here.authenticate(token);
    if (use % 100 === 0) await here.recordUses();
  }
  other.authenticate(token);
  await other.recordUses();
  expect(here.list()[0]).toMatchObject({ lastUsedAt: now });
  expect((await AccessKeys.load({ log, secret })).list()[0]).toMatchObject({ lastUsedAt: Date.UTC(2026, 10, 29, 8, 0, 0, 1) });
  expect(log.events.map(({ type }) => type)).toEqual(['ApiKeyCreated', 'ApiKeyUsed']);
  now += 86_400_000;
  here.authenticate(token);
  await here.recordUses();
  expect(log.events).toHaveLength(3);
});
