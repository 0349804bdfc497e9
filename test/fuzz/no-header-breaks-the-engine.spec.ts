import { connect } from 'node:net';
import type { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';
import { type CheckedAnswer, wrongWith } from './answer-check.js';
import { fuzzRandom, times } from './fuzz-run.js';
import { expectSound, startFuzzedEngine } from './fuzzed-engine.js';
import { hostileText } from './hostile-values.js';

const words = [
  '',
  '""',
  '"',
  '"1"',
  'W/"1"',
  '*',
  '"-1"',
  '"99999999999999999999"',
  '0',
  'key',
  '"key"',
  'a b',
  'x'.repeat(255),
  'x'.repeat(256),
  'x'.repeat(9_000),
  'é',
  '\u0001',
  'application/json',
  'application/json; charset=latin1',
  'text/csv',
  'text/csv;q=0',
  '*/*;q=0',
  'application/x-ndjson',
  'multipart/form-data; boundary=x',
  'application/vnd.apache.parquet',
  ';;;',
  ',,,',
  'q=',
  'Bearer ',
  'Basic eDp4',
  `Bearer ${apiKey}`,
  `bearer  ${apiKey}`,
  'gzip',
  'chunked',
  'identity',
  '100-continue',
  '10',
  '-1',
  '1e3',
  'close',
  'keep-alive, upgrade',
  'bytes=0-1',
];
const names = [
  'Idempotency-Key',
  'If-Match',
  'Accept',
  'Content-Type',
  'Authorization',
  'Last-Event-ID',
  'X-Request-Id',
  'Accept-Encoding',
  'Content-Encoding',
  'If-None-Match',
  'Range',
  'Origin',
  'Expect',
  'X-HTTP-Method-Override',
  'Content-Length',
  'Transfer-Encoding',
  'Connection',
  'Host',
  'Traceparent',
  '__proto__',
  'constructor',
];
const requests = [
  'POST /v1/commands/RecordVisit',
  'POST /v1/commands',
  'POST /v1/imports/purchases',
  'GET /v1/retention',
  'GET /v1/customers/C-1',
  'GET /v1/export/lifecycle',
  'GET /v1/events',
  'HEAD /v1/status',
  'OPTIONS /v1/retention',
  'PUT /v1/retention',
  'TRACE /',
  'GET //v1/status',
  'GET /v1/./status',
  'GET http://elsewhere.example/v1/status',
  'BREW /v1/status',
  'GET',
  'GET /%',
  'GET /v1/customers/%ff',
  `GET /${'x'.repeat(20_000)}`,
];

describe('whatever the headers say', () => {
  let engine: EngineProcess;
  const random = fuzzRandom('headers');

  beforeAll(async () => {
    engine = await startFuzzedEngine();
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  /** Sends raw bytes over a socket, because a client would refuse to send them. */
  const exchange = (head: string, body: string) =>
    new Promise<CheckedAnswer | null>((resolve) => {
      const socket = connect(Number(new URL(engine.url).port), '127.0.0.1');
      const pieces: Buffer[] = [];
      const done = () => {
        socket.destroy();
        resolve(read(Buffer.concat(pieces).toString('utf8'), head.startsWith('HEAD')));
      };
      // Longer than any of these takes; a connection that announces more is not waited for any longer.
      socket.setTimeout(300, done);
      socket
        .on('data', (piece) => pieces.push(piece))
        .on('error', done)
        .on('end', done);
      socket.write(Buffer.from(`${head}\r\n\r\n${body}`, 'latin1'));
    });

  /** The first answer on the connection that is not "100 Continue". */
  function read(answer: string, headOnly: boolean): CheckedAnswer | null {
    const end = answer.indexOf('\r\n\r\n');
    const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
    if (end < 0 || status === undefined) return null;
    if (status.startsWith('1')) return read(answer.slice(end + 4), headOnly);
    const lines = answer.slice(0, end).split('\r\n').slice(1);
    const fields = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const));
    const length = Number(fields.get('content-length') ?? Number.POSITIVE_INFINITY);
    const text = headOnly
      ? ''
      : Buffer.from(answer.slice(end + 4))
          .subarray(0, length)
          .toString('utf8');
    return { status: Number(status), text, header: (name) => fields.get(name) ?? null };
  }

  function head(): string {
    const header = () =>
      `${random.pick(names)}: ${(random.chance(0.8) ? random.pick(words) : hostileText(random)).replace(/[\r\n]/g, random.chance(0.5) ? '' : ' ')}`;
    const usual = [`Authorization: Bearer ${apiKey}`, 'Content-Type: application/json', 'Idempotency-Key: usual'];
    // Without a Host the request is not HTTP/1.1, and Node itself answers.
    return [
      `${random.pick(requests)} HTTP/1.1`,
      'Host: localhost',
      ...usual.filter(() => random.chance(0.8)),
      ...Array.from({ length: random.below(4) }, header),
      'Connection: close',
    ].join('\r\n');
  }

  it('there is an answer, and it is none of a broken engine', async () => {
    let answered = 0;
    const problems = new Set<number>();
    for (let n = 0; n < times(40); n++) {
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          const body = random.pick(['', '{"customerId":"C-1"}', '{"customerId":', '\n\n', 'a,b\n1,2\n']);
          const sent = head();
          const request = random.chance(0.7) && !/Content-Length|Transfer-Encoding/i.test(sent) ? `${sent}\r\nContent-Length: ${body.length}` : sent;
          const answer = await exchange(request, body);
          if (!answer) return;
          answered += 1;
          problems.add(answer.status);
          const fault = answer.status >= 400 && !request.startsWith('HEAD') ? wrongWith(answer) : answer.status >= 500 ? `answered ${answer.status}` : null;
          expect([request.slice(0, 1_500), answer.text.slice(0, 300), fault]).toEqual([request.slice(0, 1_500), answer.text.slice(0, 300), null]);
        }),
      );
    }
    console.info(`${answered} answers, among them ${[...problems].sort().join(', ')}`);
    expect(answered).toBeGreaterThan(times(40) * 8);
    for (const status of [200, 400, 401, 404, 405, 406, 415, 431]) expect([...problems]).toContain(status);
  }, 60_000);

  it('leaves the engine sound', () => expectSound(engine), 60_000);
});
