import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { checkClock, checkNode, checkPort, checkSpace, checkWritable } from './machine.js';

it.each([
  ['20.19.0', true],
  ['20.18.9', false],
  ['22.0.0', true],
  ['24.18.1', true],
  ['24.19.0', false],
  ['26.0.0', false],
  ['18.20.4', false],
])('Node %s', (version, ok) => {
  expect(checkNode(version)).toMatchObject({ ok, found: version });
});

it('a taken port is named with the remedy, a free one is free', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  expect(await checkPort('127.0.0.1', port)).toMatchObject({
    ok: false,
    found: expect.stringContaining('EADDRINUSE'),
    remedy: expect.stringContaining('--port'),
  });
  await new Promise((done) => server.close(done));
  expect(await checkPort('127.0.0.1', port)).toMatchObject({ ok: true });
});

it('a folder that is not there yet is judged by where it will be', async () => {
  expect(await checkWritable('./not/there/yet')).toMatchObject({ ok: true, found: expect.stringContaining('first start') });
  expect(await checkWritable('/proc/tenure')).toMatchObject({ ok: false, remedy: expect.stringContaining('--data') });
  expect((await checkSpace('./not/there/yet')).found).toMatch(/GiB free/);
});

it('an event recorded in the future means a wrong clock', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(checkClock(now, now + 3_600_000)).toMatchObject({ ok: false, found: expect.stringContaining('3600 s from now') });
  expect(checkClock(now, now - 1)).toMatchObject({ ok: true });
});
