import { AccessKeys, principalOfAllRoles } from '@tenure/access';
import type { AppendRequest, AppendResult, RecordedEvent } from '@tenure/event-log';
import { givenSecret } from '@tenure/log-secret';
import { pino } from 'pino';
import { keepKeysCurrent } from './keep-keys-current.js';

/** One stream that several processes share. */
class SharedStream {
  readonly events: RecordedEvent[] = [];
  broken = false;

  async append({ stream, expected, events }: AppendRequest): Promise<AppendResult> {
    const actual = this.events.length === 0 ? 'no-stream' : this.events.length - 1;
    if (expected !== actual) return { outcome: 'conflict', actual };
    for (const event of events) {
      const revision = this.events.length;
      this.events.push({ ...event, personal: undefined, stream, revision, position: String(revision), recordedAt: 0 });
    }
    return { outcome: 'appended', revision: this.events.length - 1, position: '0', positions: [], recordedAt: 0 };
  }

  async readStream(_stream: string, { from = 0, limit = 1_000 } = {}): Promise<RecordedEvent[]> {
    if (this.broken) throw new Error('the log does not answer');
    return this.events.slice(from, from + limit);
  }
}

const secret = givenSecret('the secret of the logs of this spec');
const maker = principalOfAllRoles('setup', 'the set-up');

const until = async (isThere: () => boolean): Promise<void> => {
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 10));
};

it('what one process does to a key counts in another, and what another saw of its use in the first', async () => {
  const log = new SharedStream();
  const [here, there] = [await AccessKeys.load({ log, secret }), await AccessKeys.load({ log, secret })];
  const close = keepKeysCurrent(there, pino({ level: 'silent' }));
  const { token, keyId } = await here.create({ name: 'shop', roles: ['analyst'] }, maker);
  await until(() => there.authenticate(token) !== null);
  const principal = there.authenticate(token)!;
  await until(() => log.events.some(({ type }) => type === 'ApiKeyUsed'));
  await here.revoke(keyId, 'left', 'setup');
  await until(() => !there.isGood(principal));
  expect(here.list()[0]?.lastUsedAt).not.toBeNull();
  close();
});

it('while the log does not answer it says so once, and goes on afterwards', async () => {
  const log = new SharedStream();
  const [here, there] = [await AccessKeys.load({ log, secret }), await AccessKeys.load({ log, secret })];
  const lines: string[] = [];
  log.broken = true;
  const close = keepKeysCurrent(there, pino({ level: 'warn' }, { write: (line: string) => lines.push(line) }));
  await new Promise((resolve) => setTimeout(resolve, 1_700));
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['The API keys cannot be followed: the log does not answer']);
  log.broken = false;
  const { token } = await here.create({ name: 'shop', roles: ['analyst'] }, maker);
  await until(() => there.authenticate(token) !== null);
  close();
});
