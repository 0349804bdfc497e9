import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { speaksPlainly, speaksTls } from './port-speech.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(serve: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => serve(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A broker's answer: its size, and the correlation id of the request. */
const broker = (socket: Socket) =>
  socket.on('data', (request) => {
    const answer = Buffer.alloc(10);
    answer.writeInt32BE(6, 0);
    request.copy(answer, 4, 8, 12);
    socket.write(answer.subarray(0, 5));
    setTimeout(() => socket.write(answer.subarray(5)), 10);
  });

it('a broker without TLS speaks plainly, also when its answer comes in pieces', async () => {
  const address = await listening(broker);
  expect([await speaksPlainly(address), await speaksTls(address)]).toEqual([true, false]);
});

it.each<[string, (socket: Socket) => void]>([
  ['hangs up', (socket) => socket.end()],
  ['answers something else', (socket) => socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))],
])('a server that %s speaks neither', async (_, serve) => {
  const address = await listening(serve);
  expect([await speaksPlainly(address), await speaksTls(address)]).toEqual([false, false]);
});

it('nor does a port where nobody is', async () => {
  expect([await speaksPlainly('127.0.0.1:1'), await speaksTls('[::1]:1'), await speaksTls('no-such-host.invalid:9092')]).toEqual([false, false, false]);
});

it('nor, after a while, does a server that says nothing', async () => {
  const sockets: Socket[] = [];
  const address = await listening((socket) => void sockets.push(socket));
  expect(await Promise.all([speaksPlainly(address), speaksTls(address)])).toEqual([false, false]);
  for (const socket of sockets) socket.destroy();
});
