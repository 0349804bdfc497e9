import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

interface Received {
  readonly response: IncomingMessage;
  readonly text: string;
  readonly cutShort: boolean;
}

/** Uses `node:http`, which shows trailers. */
const fetchExport = (path: string): Promise<Received> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: edge.port, path, headers: { authorization: `Bearer ${tokenOf('all')}` } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('error', () => {}).on('close', () => resolve({ response, text, cutShort: !response.complete }));
    }).on('error', reject);
  });

it.each([
  ['csv', 'customerId,name\r\na,\'=1+1\r\nb,"x,""y"""\r\n'],
  ['ndjson', '{"customerId":"a","name":"=1+1"}\n{"customerId":"b","name":"x,\\"y\\""}\n'],
])('a whole export as %s has its rows and digest in trailers and in its manifest', async (format, expected) => {
  const { response, text, cutShort } = await fetchExport(`/v1/export/customer-file?format=${format}`);
  expect([response.statusCode, cutShort, text]).toEqual([200, false, expected]);
  const sha256 = createHash('sha256').update(text).digest('hex');
  expect(response.headers.trailer).toBe('tenure-rows tenure-sha256');
  expect(response.trailers).toEqual({ 'tenure-rows': '2', 'tenure-sha256': sha256 });
  const link = /<([^>]+)>/.exec(String(response.headers.link))?.[1];
  expect(link).toBe(`/v1/exports/${response.headers['tenure-export']}`);
  const manifest = await (await edge.ask(String(link))).json();
  expect(manifest).toMatchObject({
    readModel: 'customer-file',
    version: 1,
    format,
    state: 'complete',
    rows: 2,
    bytes: Buffer.byteLength(text),
    sha256,
    definition: '/v1/definitions/customer-file',
  });
});

it('cells are raw and a byte order mark comes first on request, in CSV only', async () => {
  const { text } = await fetchExport('/v1/export/customer-file?format=csv&raw=true&bom=true');
  expect(text).toBe('\uFEFFcustomerId,name\r\na,=1+1\r\nb,"x,""y"""\r\n');
  for (const query of ['raw=true', 'bom=true', 'format=csv&bom=yes']) {
    const refused = await edge.ask(`/v1/export/customer-file?${query}`);
    expect([refused.status, (await refused.json()).errors[0].pointer]).toEqual([400, query.includes('raw') ? '/raw' : '/bom']);
  }
});

it('an export that breaks off is not taken for a whole one', async () => {
  const { response, text, cutShort } = await fetchExport('/v1/export/retention');
  expect(response.statusCode).toBe(200);
  expect(cutShort).toBe(true);
  expect(text.length).toBeGreaterThan(0);
  expect(response.trailers).toEqual({});
  const manifest = await (await edge.ask(`/v1/exports/${response.headers['tenure-export']}`)).json();
  expect(manifest).toMatchObject({ state: 'failed', sha256: null });
  await expect(edge.ask('/v1/export/retention').then((answer) => answer.text())).rejects.toThrow();
});

it('an unknown read model, parameter or export', async () => {
  const unknown = await edge.ask('/v1/export/customer-fil');
  expect(unknown.status).toBe(404);
  expect((await unknown.json()).detail).toContain('Did you mean customer-file?');
  expect((await edge.ask('/v1/export/customer-file?granularity=week')).status).toBe(400);
  expect((await (await edge.ask('/v1/exports/none')).json()).code).toBe('export-unknown');
});

it('HEAD tells the type and runs nothing', async () => {
  const head = await edge.ask('/v1/export/retention', { method: 'HEAD' });
  expect([head.status, head.headers.get('content-type'), head.headers.get('tenure-export')]).toEqual([200, 'application/x-ndjson; charset=utf-8', null]);
});
