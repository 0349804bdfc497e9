import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Line {
  readonly line: number;
  readonly id: string | null;
  readonly status: number;
  readonly revision?: number;
  readonly error?: { readonly code: string; readonly detail: string; readonly errors: readonly { readonly pointer: string }[] };
}

const purchase = (id: string, customerId: string, minor: unknown) => ({
  command: 'RecordPurchase',
  id,
  data: { customerId, amount: { minor, currency: 'EUR' } },
});
const register = (customerId: string) => ({ command: 'RegisterCustomer', id: 'register', data: { customerId } });

describe('a body of many commands', () => {
  let engine: EngineProcess;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('is answered line by line, in order, each with its own outcome', async () => {
    const lines = [
      register('a'),
      purchase('1', 'a', 100),
      '{"command":"Rec',
      purchase('2', 'nobody', 100),
      purchase('3', 'a', 1.5),
      register('b'),
      purchase('1', 'b', 300),
      purchase('1', 'a', 999),
      { command: 'RecordPurchas', id: '4', data: {} },
      purchase('1', 'a', 100),
      { ...purchase('5', 'a', 5), expectedRevision: 7 },
      { id: 'no command' },
      '[]',
      purchase('6', 'a', 600),
    ];
    const answers = await engine.client.bulk<Line>(lines);
    expect(answers.map(({ line, status, error }) => [line, status, error?.code])).toEqual([
      [1, 201, undefined],
      [2, 201, undefined],
      [3, 400, 'invalid-json'],
      [4, 422, 'customer-unknown'],
      [5, 400, 'invalid-body'],
      [6, 201, undefined],
      [7, 201, undefined],
      [8, 422, 'key-reused'],
      [9, 404, 'command-unknown'],
      [10, 200, undefined],
      [11, 412, 'revision-mismatch'],
      [12, 400, 'invalid-parameter'],
      [13, 400, 'invalid-body'],
      [14, 201, undefined],
    ]);
    expect(answers[4]!.error!.errors[0]!.pointer).toBe('/amount/minor');
    expect(answers[8]!.error!.detail).toContain('RecordPurchase');
    expect(answers[13]!.revision).toBe(2);
    expect((await engine.client.events()).filter(({ subject }) => subject === 'a' || subject === 'b')).toHaveLength(5);
  });

  it('of thousands over hundreds of customers keeps the order of each customer', async () => {
    const customers = Array.from({ length: 300 }, (_, index) => `m-${index}`);
    const lines = [...customers.map(register), ...Array.from({ length: 3_000 }, (_, index) => purchase(`p-${index}`, customers[index % 300]!, index + 1))];
    const answers = await engine.client.bulk<Line>(lines);
    expect(answers.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const { items } = await engine.client.get<{ items: { commandid: string }[] }>('/v1/customers/m-7/events');
    expect(items.map(({ commandid }) => commandid)).toEqual(['register', ...Array.from({ length: 10 }, (_, index) => `p-${7 + index * 300}`)]);
  });

  it('sent again changes nothing', async () => {
    const before = await engine.client.events();
    const answers = await engine.client.bulk<Line>([register('m-7'), purchase('p-7', 'm-7', 8)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await engine.client.events()).toEqual(before);
  });

  it('may be empty', async () => {
    expect(await engine.client.bulk([])).toEqual([]);
  });
});
