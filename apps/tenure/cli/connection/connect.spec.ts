import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEngineFile } from '@tenure/engine/engine-file';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { resolveSettings } from '@tenure/settings';
import { answers } from './answers.js';
import { connect } from './connect.js';

let data: string;
let server: Server;
let url: string;
let authorization: string | undefined;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'tenure-connect-'));
  server = createServer((request, response) => {
    authorization = request.headers.authorization;
    response.end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(data, { recursive: true });
});

const settings = (environment: Record<string, string> = {}) =>
  resolveSettings({ flags: { data }, environment, configText: null, readSecret: () => '' }).settings;
const announce = (file: object | string) => writeFileSync(join(data, 'engine.json'), typeof file === 'string' ? file : JSON.stringify(file));

async function tokenUsed(request: { url?: string; environment?: Record<string, string> }): Promise<string | undefined> {
  const { client } = await connect({ url: request.url, settings: settings(request.environment), signal: new AbortController().signal, withoutData: 'refuse' });
  await client.get('/v1/status');
  return authorization;
}

it('the engine that runs on the folder is used with its own token', async () => {
  announce({ url, pid: process.pid, token: 'local' });
  expect(await tokenUsed({})).toBe('Bearer local');
});

it('--url uses the key of the environment, and the local token only for the engine of this folder', async () => {
  announce({ url, pid: process.pid, token: 'local' });
  expect(await tokenUsed({ url, environment: { TENURE_API_KEY: 'a-key-of-a-script' } })).toBe('Bearer a-key-of-a-script');
  expect(await tokenUsed({ url })).toBe('Bearer local');
  announce({ url: 'http://127.0.0.1:2', pid: process.pid, token: 'local' });
  expect(await tokenUsed({ url })).toBeUndefined();
});

it.each(['ftp://x', 'localhost:7070', 'nonsense'])('--url %s is wrong usage', async (wrong) => {
  await expect(connect({ url: wrong, settings: settings(), signal: new AbortController().signal, withoutData: 'refuse' })).rejects.toMatchObject({
    name: 'WrongUsage',
  });
});

it('what a dead, half-written or foreign engine left behind is ignored', () => {
  announce({ url, pid: 4711, token: 't' });
  expect(readEngineFile(join(data, 'engine.json'), () => false)).toBeNull();
  expect(readEngineFile(join(data, 'engine.json'), () => true)).toEqual({ url, pid: 4711, token: 't' });
  for (const text of ['', '{"url": "http', 'null', '{"url": 1, "pid": 1, "token": "t"}']) {
    announce(text);
    expect(readEngineFile(join(data, 'engine.json'), () => true)).toBeNull();
  }
  expect(readEngineFile(join(data, 'nowhere', 'engine.json'))).toBeNull();
});

it('a pid that lives again as another program does not answer', async () => {
  expect(await answers(url)).toBe(true);
  expect(await answers('http://127.0.0.1:9', 500)).toBe(false);
});

it('an engine that is starting on the folder, and holds its log already, is waited for', async () => {
  rmSync(join(data, 'engine.json'), { force: true });
  const log = await SqliteEventLog.open(join(data, 'events.db'));
  const found = tokenUsed({});
  setTimeout(() => announce({ url, pid: process.pid, token: 'begun' }), 300);
  expect(await found).toBe('Bearer begun');
  await log.close();
});
