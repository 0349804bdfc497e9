import { get } from 'node:http';
import type { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';
import { type CheckedAnswer, wrongWith } from './answer-check.js';
import { fuzzRandom, times } from './fuzz-run.js';
import { expectSound, startFuzzedEngine } from './fuzzed-engine.js';
import { hostileText, hostileWord } from './hostile-values.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly enum?: readonly string[] };
}
interface Route {
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

/** Words that are valid for some route: with them a request passes the first checks. */
const known = [
  'C-1',
  'C-00007',
  'month',
  'week',
  'day',
  'UTC',
  'Asia/Kolkata',
  '2024-03-01',
  '2025-01-01',
  'P90D',
  '0.1',
  '1',
  '10',
  '100',
  '3',
  'mbg-nbd',
  'region',
  'channel',
  'rolling',
  'recurring',
  'on-or-after',
  'bracket',
  '1,3,7',
  '0000000000000005',
  '9999999999999999',
  '2026-01-01T00:00:00Z',
  'customer-file',
  'retention',
  'purchases',
  'eyJwbGFjZSI6e319',
  'e30',
  'bnVsbA',
  'stale',
  'csv',
  'ndjson',
  'json',
  'open',
  'high',
];

describe('whatever is asked', () => {
  let engine: EngineProcess;
  let routes: Route[];
  const random = fuzzRandom('questions');

  beforeAll(async () => {
    engine = await startFuzzedEngine();
    const { paths } = await engine.client.get<{ paths: Record<string, { get?: { parameters?: Parameter[] } }> }>('/openapi.json');
    routes = Object.entries(paths).flatMap(([path, item]) => (item.get ? [{ path, parameters: item.get.parameters ?? [] }] : []));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const word = () =>
    random.chance(0.6) ? encodeURIComponent(random.pick(known)) : random.chance(0.1) ? hostileText(random).replace(/[^\x21-\x7e]/g, '') : hostileWord(random);
  const name = () => (random.chance(0.4) ? random.pick(['C-1', 'customer-file', 'retention']) : word());
  function url({ path, parameters }: Route): string {
    const filled = path.replace(/\{\w+\}/g, name);
    const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    const query = Array.from({ length: random.below(4) }, () => {
      const name = names.length > 0 && random.chance(0.9) ? random.pick(names) : word();
      const words = parameters.find((parameter) => parameter.name === name)?.schema?.enum;
      return `${name}=${words && random.chance(0.6) ? random.pick(words) : word()}`;
    });
    return `${filled}${query.length > 0 ? '?' : ''}${query.join(random.chance(0.95) ? '&' : ';')}`.replace(/[ #]/g, '%20');
  }

  const plain = ({ path }: Route) =>
    path
      .replace('{kind}/{id}', 'customer/C-1')
      .replace('{kind}', 'vault')
      .replace('{customerId}', 'C-1')
      .replace(/\{\w+\}/, 'customer-file');

  /** By node:http, which sends any path; an endless answer is left after its head. */
  const ask = (path: string) =>
    new Promise<CheckedAnswer>((resolve, reject) => {
      const { port } = new URL(engine.url);
      get({ host: '127.0.0.1', port, path, headers: { authorization: `Bearer ${apiKey}` } }, (response) => {
        const { statusCode: status = 0, headers } = response;
        const header = (name: string) => (headers[name] as string | undefined) ?? null;
        if (headers['content-type']?.startsWith('text/event-stream')) {
          response.destroy();
          resolve({ status, text: '', header });
          return;
        }
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () => resolve({ status, text, header })).on('error', reject);
      }).on('error', reject);
    });

  it('gets an answer or a problem, on every route', async () => {
    const answered = new Set<string>();
    for (let n = 0; n < times(2_000); n++) {
      const route = routes[n % routes.length]!;
      // The first round sends valid requests, so that every route is answered at least once.
      const path = n < routes.length ? plain(route) : url(route);
      const answer = await ask(path).catch((error: Error) => error);
      expect([path, answer instanceof Error ? answer.message : wrongWith(answer)]).toEqual([path, null]);
      if (!(answer instanceof Error) && answer.status === 200) answered.add(route.path);
    }
    // Routes that need an id made up by the engine, and routes that only redirect.
    const unanswerable = [
      '/',
      '/v1/exports/{exportId}',
      '/v1/operations/rebuilds/{id}',
      '/v1/models/{model}',
      '/v1/models/{model}/backtests',
      '/docs/{file}',
      '/assets/{file}',
      '/v1/definitions/{name}',
      '/v1/replay',
    ];
    expect(routes.map(({ path }) => path).filter((path) => !answered.has(path) && !unanswerable.includes(path))).toEqual([]);
  }, 120_000);

  it('leaves the engine sound', () => expectSound(engine), 60_000);
});
