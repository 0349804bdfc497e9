import { EventStoreDbEventLog } from './eventstoredb-event-log.js';
import { type StandInLogs, startStandInLogs } from './testing/stand-in-logs.js';

let logs: StandInLogs;
beforeAll(async () => {
  logs = await startStandInLogs();
});
afterAll(() => logs.end());

it.each(['', 'localhost:2113', 'http://localhost:2113', 'esdb://', 'esdb://localhost:port', 'esdb://localhost:2113?nodePreference=nearest'])(
  'refuses "%s" as an address',
  async (url) => {
    const refused = { name: 'LogRefused', code: 'bad-address', message: expect.stringMatching(/^EVENTSTOREDB_URL .*esdb:\/\/user:password@host:2113/) };
    await expect(EventStoreDbEventLog.open({ url })).rejects.toMatchObject(refused);
  },
);

it.each(['http://admin:changeit@localhost:2113', 'esdb://admin:never@changeit@localhost:port', 'esdb://admin:a/changeit@localhost:port'])(
  'never repeats a password, as in case %#',
  async (url) => {
    await expect(EventStoreDbEventLog.open({ url })).rejects.toMatchObject({ message: expect.not.stringContaining('changeit') });
  },
);

it.each(['esdb://127.0.0.1:1?tls=false', 'esdb+discover://127.0.0.1:1?tls=false&maxDiscoverAttempts=2', 'esdb://no.such.host.invalid:2113?tls=false'])(
  'says that nobody answers at %s',
  async (url) => {
    const refused = { name: 'LogUnavailable', code: 'unreachable', message: expect.stringContaining('EVENTSTOREDB_URL') };
    await expect(EventStoreDbEventLog.open({ url, deadlineMs: 3_000 })).rejects.toMatchObject(refused);
  },
);

it('says so when TLS is wanted of a server that has none', async () => {
  const url = `esdb://127.0.0.1:${logs.server.port}`;
  await expect(EventStoreDbEventLog.open({ url, deadlineMs: 1_000 })).rejects.toMatchObject({
    name: 'LogRefused',
    code: 'tls-mismatch',
    message: expect.stringContaining('tls='),
  });
});

it('says that the credentials were refused', async () => {
  await logs.server.set({ unauthenticated: true });
  await expect(EventStoreDbEventLog.open({ url: logs.server.url })).rejects.toMatchObject({ name: 'LogRefused', code: 'credentials-refused' });
  await logs.server.set({ unauthenticated: false });
});

it('says how to let the user read $all, and opens once that is done', async () => {
  await logs.server.set({ allRefused: true });
  const refused = { name: 'LogRefused', code: 'not-readable', message: expect.stringMatching(/EVENTSTOREDB_URL.*\$acl.*\$admins/) };
  await expect(EventStoreDbEventLog.open({ url: logs.server.url })).rejects.toMatchObject(refused);
  await logs.server.set({ allRefused: false });
  await (await EventStoreDbEventLog.open({ url: logs.server.url })).close();
});

it('waits no longer than its deadline for a server that starts', async () => {
  await logs.server.set({ notReady: true });
  await expect(EventStoreDbEventLog.open({ url: logs.server.url })).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('Not Ready'),
  });
  await logs.server.set({ notReady: false });
  logs.server.pause();
  await expect(EventStoreDbEventLog.open({ url: logs.server.url, deadlineMs: 200 })).rejects.toMatchObject({ code: 'timed-out' });
  logs.server.resume();
});
