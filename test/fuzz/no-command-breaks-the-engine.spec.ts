import { type Answer, parseLines } from '../engine/client.js';
import type { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders } from '../engine/temporary-folder.js';
import { wrongProblem, wrongWith } from './answer-check.js';
import { fuzzRandom, times } from './fuzz-run.js';
import { expectSound, startFuzzedEngine } from './fuzzed-engine.js';
import { damaged, hostileWord, mutated } from './hostile-values.js';
import { validCommands } from './valid-commands.js';

describe('whatever is sent as a command', () => {
  let engine: EngineProcess;
  const random = fuzzRandom('commands');

  beforeAll(async () => {
    engine = await startFuzzedEngine();
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const post = (path: string, body: Buffer | string, headers: Record<string, string>) =>
    engine.client.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  const wrong = ({ status, text, headers }: Answer) => wrongWith({ status, text, header: (name) => headers.get(name) });
  let key = 0;

  it('is known here in a valid form, for every command there is', async () => {
    const { paths } = await engine.client.get<{ paths: Record<string, object> }>('/openapi.json');
    const names = Object.keys(paths).flatMap((path) => /^\/v1\/commands\/(\w+)$/.exec(path)?.[1] ?? []);
    expect(Object.keys(validCommands).sort()).toEqual(names.sort());
    for (const [name, body] of Object.entries(validCommands)) {
      const answer = await post(`/v1/commands/${name}`, JSON.stringify(body), { 'idempotency-key': `valid-${name}` });
      expect([name, [200, 201, 422].includes(answer.status) || name.endsWith('Model')]).toEqual([name, true]);
    }
  });

  it('with values that nobody thought of', async () => {
    const statuses = new Map<number, number>();
    for (let n = 0; n < times(1_500); n++) {
      const name = random.pick(Object.keys(validCommands));
      const valid = { ...validCommands[name], customerId: random.pick(['C-1', 'C-2', 'C-00007']) };
      const text = JSON.stringify(random.chance(0.2) ? valid : mutated(valid, random));
      const body = text.replace(/"([ARVSK])-1"/g, (_id, letter: string) => `"${letter}-${random.below(30)}"`);
      const answer = await post(`/v1/commands/${name}`, body, { 'idempotency-key': `k-${key++}` });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect([name, body.slice(0, 2_000), answer.text.slice(0, 500), wrong(answer)]).toEqual([name, body.slice(0, 2_000), answer.text.slice(0, 500), null]);
    }
    console.info(`answers by status: ${JSON.stringify(Object.fromEntries(statuses))}`);
    expect(Math.min(statuses.get(201) ?? 0, statuses.get(400) ?? 0, statuses.get(422) ?? 0)).toBeGreaterThan(0);
  }, 120_000);

  it('in bytes that are no JSON any more', async () => {
    for (let n = 0; n < times(400); n++) {
      const name = random.pick(Object.keys(validCommands));
      const bytes = damaged(JSON.stringify(validCommands[name]), random);
      const answer = await post(`/v1/commands/${name}`, bytes, { 'idempotency-key': `k-${key++}` });
      expect([bytes.toString('hex'), wrong(answer)]).toEqual([bytes.toString('hex'), null]);
    }
  }, 60_000);

  it('in ten megabytes', async () => {
    const long = JSON.stringify({ ...validCommands['RecordVisit'], note: 'x'.repeat(10_000_000) });
    expect((await post('/v1/commands/RecordVisit', long, { 'idempotency-key': 'long' })).status).toBe(413);
    const [line] = await bulk([Buffer.from(JSON.stringify({ command: 'RecordVisit', id: 'long', data: { note: 'x'.repeat(10_000_000) } }))]);
    expect(line).toMatchObject({ status: 413 });
  });

  const bulk = async (lines: readonly Buffer[]) => {
    const body = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
    const answer = await post('/v1/commands', body, { 'content-type': 'application/x-ndjson' });
    expect(answer.status).toBe(207);
    return parseLines<{ status: number; error?: object }>(answer.text);
  };

  it('in lines of which some are valid, some damaged, some something else', async () => {
    for (let n = 0; n < times(15); n++) {
      const lines = Array.from({ length: 60 }, () => {
        const command = random.pick(Object.keys(validCommands));
        const line = { command, id: `b-${key++}`, data: random.chance(0.5) ? mutated(validCommands[command], random) : validCommands[command] };
        const sent = JSON.stringify(random.chance(0.2) ? mutated(line, random) : line);
        // A mutation may put a line break into a line, which correctly makes it two.
        return random.chance(0.3) ? Buffer.from(damaged(sent, random).filter((byte) => byte !== 0x0a && byte !== 0x0d)) : Buffer.from(sent);
      }).filter((line) => line.toString('latin1').trim() !== '');
      const answers = await bulk(lines);
      expect(answers).toHaveLength(lines.length);
      answers.forEach(({ status, error }, index) => {
        const found = status >= 400 ? wrongProblem(JSON.stringify({ ...error, status, requestId: '' }), status) : null;
        const fault = status >= 500 ? `answered ${status}` : found;
        expect([lines[index]!.toString('latin1').slice(0, 500), fault]).toEqual([lines[index]!.toString('latin1').slice(0, 500), null]);
      });
    }
  }, 60_000);

  it('to any path below the commands', async () => {
    for (let n = 0; n < times(100); n++) {
      const name = hostileWord(random);
      const answer = await post(`/v1/commands/${name}`, '{}', { 'idempotency-key': `k-${key++}` });
      expect([name, wrong(answer)]).toEqual([name, null]);
    }
  });

  it('leaves the engine sound', () => expectSound(engine), 60_000);
});
