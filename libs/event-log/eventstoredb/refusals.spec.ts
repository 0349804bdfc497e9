import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { EventStoreDbEventLog } from './eventstoredb-event-log.js';
import { type Certificates, makeCertificates } from './testing/certificates.js';

let folder: string;
let ours: Certificates;
let others: Certificates;
let server: EventStoreDbStandIn;
let plain: EventStoreDbStandIn;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-esdb-tls-'));
  for (const name of ['ours', 'others']) mkdirSync(join(folder, name));
  ours = makeCertificates(join(folder, 'ours'), 'DNS:localhost');
  others = makeCertificates(join(folder, 'others'), 'DNS:localhost');
  server = await startEventStoreDbStandIn({ data: join(folder, 'tls'), tls: ours });
  plain = await startEventStoreDbStandIn({ data: join(folder, 'plain') });
});
afterAll(async () => {
  await server.kill();
  await plain.kill();
  rmSync(folder, { recursive: true });
});

const refusalAt = async (url: string): Promise<Error> => {
  try {
    await (await EventStoreDbEventLog.open({ url, deadlineMs: 3_000 })).close();
  } catch (error) {
    expect((error as Error).message).not.toContain('changeit');
    return error as Error;
  }
  throw new Error(`${url} was opened`);
};
const trusting = (authority: string, host = 'localhost', user = 'tenure:changeit@') =>
  `esdb://${user}${host}:${server.port}?tlsCAFile=${encodeURIComponent(authority)}`;

it('opens where the authority is named and the name is right, in every scheme', async () => {
  for (const scheme of ['esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover']) {
    const url = trusting(ours.authority).replace(/^esdb/, scheme);
    const opening = EventStoreDbEventLog.open({ url });
    // With discovery, the stand-in is a cluster node that advertises an IP address, which its certificate does not name.
    if (scheme.endsWith('discover')) await expect(opening).rejects.toMatchObject({ message: expect.stringContaining('127.0.0.1') });
    else await (await opening).close();
  }
});

it.each([
  ['a certificate that is not trusted', () => `esdb://localhost:${server.port}`, 'certificate-refused', /not trusted .*Add tlsCAFile=/],
  ['one of another authority', () => trusting(others.authority), 'certificate-refused', /not trusted .*tlsCAFile names .*does not hold/],
  ['another name', () => trusting(ours.authority, '127.0.0.1'), 'certificate-refused', /not made out to "127\.0\.0\.1".*as its certificate does/],
  ['TLS where there is none', () => `esdb://localhost:${plain.port}`, 'tls-mismatch', /does not speak TLS.*tls=false/],
  ['no TLS where there is', () => `esdb://localhost:${server.port}?tls=false`, 'tls-mismatch', /wants TLS.*Take tls=false out/],
])('tells %s from the rest', async (_, url, code, message) => {
  expect(await refusalAt(url())).toMatchObject({ code, message: expect.stringMatching(message) });
});

it('tells no user from a wrong one', async () => {
  await server.set({ anonymousRefused: true });
  expect(await refusalAt(trusting(ours.authority, 'localhost', ''))).toMatchObject({
    code: 'credentials-refused',
    message: expect.stringMatching(/names none.*user:password@/),
  });
  await (await EventStoreDbEventLog.open({ url: trusting(ours.authority) })).close();
  await server.set({ unauthenticated: true });
  expect(await refusalAt(trusting(ours.authority))).toMatchObject({
    code: 'credentials-refused',
    message: expect.stringContaining('does not accept the user and password'),
  });
  await server.set({ unauthenticated: false, allRefused: true });
  expect(await refusalAt(trusting(ours.authority))).toMatchObject({ code: 'not-readable', message: expect.stringContaining('$acl') });
  await server.set({ anonymousRefused: false, allRefused: false });
});

it.each([['21.10.9'], ['22.6.0'], [null]])('refuses a server of version %s', async (version) => {
  await plain.set({ version });
  expect(await refusalAt(plain.url)).toMatchObject({ name: 'LogRefused', code: 'server-too-old', message: expect.stringContaining('22.10 or later') });
});

it.each(['22.10.0', '23.10.8', '26.0.3', '0.0.0'])('opens one of version %s', async (version) => {
  await plain.set({ version });
  await (await EventStoreDbEventLog.open({ url: plain.url })).close();
});
