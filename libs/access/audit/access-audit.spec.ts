import type { AppendRequest, AppendResult, NewEvent } from '@tenure/event-log';
import { givenSecret, type MonthSecrets } from '@tenure/log-secret';
import { AccessAudit, type AccessEntry, type StoredAccess } from '../index.js';
import { streamOfAccess } from './access-recorded.js';

const noon = Date.UTC(2026, 10, 29, 12);
const login: AccessEntry = { kind: 'login', outcome: 'refused', actor: null, address: '203.0.113.9', what: 'GET /v1/status', subject: null };
const reveal: AccessEntry = { kind: 'reveal', outcome: 'done', actor: 'key:a', address: '203.0.113.9', what: 'GET /v1/customers/:customerId', subject: 'C-1' };

class MemorySecrets implements MonthSecrets {
  readonly kept = new Map<string, string>();

  of(month: string) {
    return {
      place: 'memory',
      read: async () => this.kept.get(month) ?? null,
      keep: async (secret: string) => {
        this.kept.set(month, secret); // as a file does, which only one process ever writes
        return this.kept.get(month)!;
      },
    };
  }

  async destroyBefore(month: string): Promise<void> {
    for (const each of this.kept.keys()) if (each < month) this.kept.delete(each);
  }
}

function stage(months = 12, secrets = new MemorySecrets()) {
  const streams = new Map<string, NewEvent[]>();
  const lines: string[] = [];
  const failures: string[] = [];
  const world = { now: noon, broken: false };
  const audit = new AccessAudit({
    log: {
      async append({ stream, expected, events }: AppendRequest): Promise<AppendResult> {
        if (world.broken) throw new Error('the disk is full');
        const known = streams.get(stream) ?? [];
        const actual = known.length === 0 ? 'no-stream' : known.length - 1;
        if (expected !== actual) return { outcome: 'conflict', actual };
        streams.set(stream, [...known, ...events]);
        return { outcome: 'appended', revision: known.length + events.length - 1, position: '1', positions: [], recordedAt: 0 };
      },
    },
    secret: givenSecret('the secret of the logs of this spec'),
    secrets,
    months,
    said: (level, _about, text) => lines.push(`${level} ${text}`),
    failed: ({ message }) => failures.push(message),
    now: () => world.now,
  });
  const stored = (): StoredAccess[] => [...streams.values()].flat().map(({ data }) => data as StoredAccess);
  return { audit, streams, secrets, lines, failures, world, stored };
}

it('a thousand failed logins from one address in a minute are one line at once and one event with their count', async () => {
  const { audit, lines, stored } = stage();
  for (let each = 0; each < 1_000; each += 1) audit.record(login);
  expect(lines).toEqual(['warn access: login refused']);
  expect(audit.pending()).toMatchObject([{ address: '203.0.113.9', count: 1_000 }]);
  await audit.close();
  expect(stored()).toMatchObject([{ kind: 'login', outcome: 'refused', count: 1_000 }]);
  expect(lines[1]).toBe('warn access: login refused, 1000 times');
});

it('another minute is another event; another day, another stream', async () => {
  const { audit, streams, world } = stage();
  for (const at of [noon, noon + 59_000, noon + 60_000, noon + 86_400_000]) {
    world.now = at;
    audit.record(login);
  }
  await audit.close();
  expect([...streams].map(([stream, events]) => [stream.slice(-11), events.map(({ data }) => (data as StoredAccess).count)])).toEqual([
    ['-2026-11-29', [2, 1]],
    ['-2026-11-30', [1]],
  ]);
});

it('from however many addresses somebody guesses, a minute takes bounded room and loses no count', async () => {
  const { audit, stored } = stage();
  for (let each = 0; each < 5_000; each += 1) audit.record({ ...login, address: `10.0.${each >> 8}.${each & 255}` });
  expect(audit.pending().length).toBeLessThanOrEqual(1_001);
  await audit.close();
  expect(stored().reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
});

it('everybody whose data was seen is named', async () => {
  const { audit, stored } = stage();
  for (let each = 0; each < 250; each += 1) audit.record({ ...reveal, subject: `C-${each}` });
  await audit.close();
  expect(new Set(stored().flatMap(({ subjects }) => subjects)).size).toBe(250);
  expect(stored()).toHaveLength(3);
});

it('an address stands in no event, and can be read until the secret of its month is destroyed', async () => {
  const { audit, secrets, streams, stored } = stage();
  audit.record(reveal);
  await audit.close();
  expect(JSON.stringify([...streams.values()])).not.toContain('203.0.113.9');
  expect(await audit.addressOf(stored()[0]!)).toBe('203.0.113.9');
  secrets.kept.clear();
  const later = stage(12, secrets).audit;
  expect(await later.addressOf(stored()[0]!)).toBeNull();
  await later.close();
});

it('records of a new month that are sealed at once share one secret', async () => {
  const { audit, secrets, stored } = stage();
  for (let each = 0; each < 20; each += 1) audit.record({ ...reveal, kind: 'export', address: `10.0.0.${each}` });
  await audit.close();
  const later = stage(12, secrets).audit;
  expect(await Promise.all(stored().map((each) => later.addressOf(each)))).toEqual(Array.from({ length: 20 }, (_, each) => `10.0.0.${each}`));
  await later.close();
});

it('secrets of months that lie too far back are destroyed', async () => {
  const { audit, secrets } = stage(2);
  for (const month of ['2026-08', '2026-09', '2026-11']) secrets.kept.set(month, '00'.repeat(32));
  await audit.close();
  expect([...secrets.kept.keys()]).toEqual(['2026-09', '2026-11']);
});

it('what could not be recorded is recorded later, and an append of unknown outcome once', async () => {
  const { audit, streams, failures, world, stored } = stage();
  world.broken = true;
  audit.record({ ...login, kind: 'export', outcome: 'done', actor: 'key:a', subject: 'retention' });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect([failures, audit.pending().length]).toEqual([['the disk is full'], 1]);
  world.broken = false;
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect([stored().length, audit.pending().length, streams.size]).toEqual([1, 0, 1]);
  await audit.close();
});

it('the command line on the machine of the data reads unrecorded; its exports are recorded', async () => {
  const { audit, stored } = stage();
  audit.record({ ...reveal, actor: 'local' });
  audit.record({ ...reveal, actor: 'local', kind: 'export' });
  await audit.close();
  expect(stored().map(({ kind }) => kind)).toEqual(['export']);
});

it('streams are of access, a process and a day', () => {
  expect(streamOfAccess('p1', noon)).toBe('access-p1-2026-11-29');
});
