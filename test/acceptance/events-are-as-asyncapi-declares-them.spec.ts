import { join } from 'node:path';
import { demoCommands } from '@tenure/demo';
import { type CloudEventRecord, toRecord } from '@tenure/event-feed/kafka';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { EngineProcess } from '../engine/engine-process.js';
import { onDistributed, profileEnvironment } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { pairs } from '../topic/cloud-event.js';
import { readWithKcat } from '../topic/kcat.js';

interface Message {
  readonly name: string;
  readonly payload: object;
}

interface AsyncApi {
  readonly asyncapi: string;
  readonly channels: Record<string, { readonly address: string; readonly messages: Record<string, { readonly $ref: string }> }>;
  readonly components: { readonly messages: Record<string, Message>; readonly schemas: object };
}

describe('/asyncapi.json', () => {
  let engine: EngineProcess;
  let described: AsyncApi;
  const data = join(temporaryFolder(), 'data');

  beforeAll(async () => {
    engine = await EngineProcess.start({ data });
    described = (await engine.client.ask('/asyncapi.json')).json<AsyncApi>();
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  /** The validators of a channel's messages, by event type. */
  function validators(channel: string): Map<string, ValidateFunction> {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ ...closed(described), $id: 'asyncapi' });
    return new Map(
      Object.keys(described.channels[channel]!.messages).map((key) => [
        described.components.messages[key]!.name,
        ajv.compile({ $ref: `asyncapi#/components/messages/${key}/payload` }),
      ]),
    );
  }

  it('says where events come, and of every type how', () => {
    expect(described.asyncapi).toBe('3.0.0');
    const { customerEvents, eventStream } = described.channels;
    expect([customerEvents!.address, eventStream!.address]).toEqual(['tenure.customer-events.v1', '/v1/events/stream']);
    expect(validators('customerEvents').size).toBeGreaterThan(20);
    for (const { $ref } of [customerEvents!, eventStream!].flatMap(({ messages }) => Object.values(messages))) {
      expect(described.components.messages[$ref.split('/').at(-1)!]).toBeDefined();
    }
  });

  it('describes each message of the event stream to the last field', async () => {
    const { commands } = demoCommands({ customers: 60, months: 12, seed: 1, until: Date.UTC(2026, 5, 1), now: Date.now() });
    await engine.client.bulk([...commands].map(({ name, id, data }) => ({ command: name, id, data })));
    const fits = validators('eventStream');
    const seen = new Set<string>();
    for (const event of await streamed(engine, 400)) {
      const valid = fits.get(event.type);
      expect([event.type, valid?.(event), valid?.errors]).toEqual([event.type, true, null]);
      seen.add(event.type);
    }
    expect(seen.size).toBeGreaterThan(6);
  }, 60_000);

  it('describes what a record of the topic says to the last field, sealed as it is in the log', async () => {
    await engine.client.accept('RegisterCustomer', { customerId: 'C-named', personal: { name: 'Ada Lovelace' } });
    await engine.client.current('/v1/customers/C-named');
    await engine.stop();
    const fits = validators('customerEvents');
    const sealed = new Set<string>();
    for (const { headers, value } of onDistributed ? await recordsOfTheTopic(data) : await recordsOfTheLog(data)) {
      const type = headers['ce_type']!;
      const valid = fits.get(type);
      expect([type, valid?.(JSON.parse(value)), valid?.errors]).toEqual([type, true, null]);
      if (headers['ce_keyepoch'] !== undefined) sealed.add(type);
    }
    expect(sealed).toContain('tenure.customer.CustomerRegistered.v1');
  }, 60_000);
});

type SaidRecord = Pick<CloudEventRecord, 'headers' | 'value'>;

async function recordsOfTheLog(data: string): Promise<SaidRecord[]> {
  const log = await SqliteEventLog.open(join(data, 'events.db'));
  try {
    return (await log.readAll({ after: null, limit: 10_000 })).flatMap((event) => toRecord(event) ?? []);
  } finally {
    await log.close();
  }
}

async function recordsOfTheTopic(data: string): Promise<SaidRecord[]> {
  const { TENURE_NAMESPACE, KAFKA_BROKERS } = profileEnvironment('/', ['--data', data]);
  const records = await readWithKcat(KAFKA_BROKERS!, `${TENURE_NAMESPACE}.customer-events.v1`);
  return records.map((record) => ({ headers: Object.fromEntries(pairs(record.headers ?? [])), value: record.payload! }));
}

interface Streamed {
  readonly type: string;
}

/** The first `count` events of the stream, from the beginning. */
async function streamed({ client }: EngineProcess, count: number): Promise<Streamed[]> {
  const over = new AbortController();
  const answer = await client.open('/v1/events/stream?after=beginning', { signal: over.signal });
  const events: Streamed[] = [];
  let begun = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    const messages = (begun + chunk).split('\n\n');
    begun = messages.pop() ?? '';
    for (const message of messages) {
      const data = message.split('\n').find((line) => line.startsWith('data: '));
      if (data !== undefined) events.push(JSON.parse(data.slice('data: '.length)) as Streamed);
    }
    if (events.length >= count) break;
  }
  over.abort();
  return events;
}

/** The same schemas, in which fields that are not described are invalid. */
function closed<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(closed) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return ('properties' in inner && 'type' in inner ? { ...inner, additionalProperties: false } : inner) as Node;
}
