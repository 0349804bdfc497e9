import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { createHttpApplication } from '../application.js';
import { FakeEngine, tokenOf } from '../testing/fake-engine.js';
import { Entrance } from './entrance.js';

let entrance: Entrance;
let url: string;
beforeEach(async () => {
  entrance = await Entrance.open({ host: '127.0.0.1', port: 0, apiKey: tokenOf('all') });
  url = `http://127.0.0.1:${entrance.port}`;
});
afterEach(() => entrance.close());

const takeOver = async () => {
  const application = await createHttpApplication(new FakeEngine().parts(), entrance);
  return { application, ...(await application.listen({ host: '127.0.0.1', port: 0 })) };
};

it('whoever waits lives, is not ready and says why, as GET and as HEAD', async () => {
  entrance.waitsFor('The log at esdb://log:2113 does not answer. Start it.');
  const live = await fetch(`${url}/health/live`);
  expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
  const withheld = await (await fetch(`${url}/health/ready`)).text();
  expect([withheld.includes('not-ready'), withheld.includes('esdb')]).toEqual([true, false]);
  const ready = await fetch(`${url}/health/ready?x=1`, { headers: { authorization: `Bearer ${tokenOf('all')}` } });
  expect([ready.status, ready.headers.get('content-type'), ready.headers.get('retry-after')]).toEqual([503, 'application/problem+json; charset=utf-8', '5']);
  expect(await ready.json()).toEqual({
    type: '/docs/problems#unavailable',
    title: 'Not available for now',
    status: 503,
    detail: 'The log at esdb://log:2113 does not answer. Start it.',
    code: 'not-ready',
    errors: [],
    requestId: ready.headers.get('x-request-id'),
    retryable: true,
  });
  const head = await fetch(`${url}/health/ready`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([503, '']);
});

it.each([
  ['GET', '/v1/status'],
  ['GET', '/metrics'],
  ['GET', '/nowhere'],
  ['GET', '/health/live/'],
  ['POST', '/health/ready'],
  ['POST', '/v1/commands'],
  ['OPTIONS', '*'],
])('%s %s is 503 for everybody, and tells nothing but where to ask', async (method, path) => {
  entrance.waitsFor('The log at esdb://log:2113 does not answer. Start it.');
  const answer = await raw(
    `${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${tokenOf('all')}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toMatch(/^Retry-After: 5\r$/m);
  expect(answer).toMatch(/^Cache-Control: no-store\r$/m);
  expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'starting', retryable: true, detail: expect.stringContaining('/health/ready') });
  expect(answer).not.toContain('esdb');
});

it('a connection from before is served by the application that takes over', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async (): Promise<IncomingMessage> => {
    const [answer] = (await once(request(`${url}/v1/status`, { agent, headers: { authorization: `Bearer ${tokenOf('all')}` } }).end(), 'response')) as [
      IncomingMessage,
    ];
    await once(answer.resume(), 'end');
    return answer;
  };
  const before = await ask();
  const { application, url: taken } = await takeOver();
  const after = await ask();
  expect([before.statusCode, after.statusCode, taken]).toEqual([503, 200, url]);
  expect(after.socket).toBe(before.socket);
  agent.destroy();
  await application.close();
  await expect(fetch(url)).rejects.toThrow();
});

it('a large body that nobody reads is answered all the same', async () => {
  const body = 'x'.repeat(5_000_000);
  const refused = await fetch(`${url}/v1/imports/purchases`, { method: 'POST', body });
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([503, 'starting']);
});

it('a taken port is refused', async () => {
  await expect(Entrance.open({ host: '127.0.0.1', port: entrance.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(entrance.port, '127.0.0.1', () => socket.write(text));
    socket
      .setEncoding('utf8')
      .on('data', (piece: string) => (answer += piece))
      .on('end', () => resolve(answer))
      .on('error', reject);
  });
}
