import { get } from 'node:http';
import { type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge((parts) => ({ ...parts, settings: { ...parts.settings, allowedHosts: ['Tenure.example.com'] } }));
});
afterAll(() => edge.close());

const statusUnder = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get({ port: edge.port, host: '127.0.0.1', path: '/health/live', headers: { host } }, (answer) => resolve(answer.resume().statusCode!)).on('error', reject);
  });

it.each(['127.0.0.1', '127.0.0.1:7070', '[::1]:7070', 'localhost', 'LOCALHOST:80', 'tenure.example.com', 'tenure.example.com.:443'])(
  '%s is served',
  async (host) => {
    expect(await statusUnder(host)).toBe(200);
  },
);

it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', 'tenure.example.com.evil.example', 'evil.example:7070'])('"%s" is 421', async (host) => {
  expect(await statusUnder(host)).toBe(421);
});
