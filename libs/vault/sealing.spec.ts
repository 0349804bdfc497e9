import { randomBytes } from 'node:crypto';
import { type AppendRequest, checksumOf, type NewEvent, type RecordedEvent, streamOf } from '@tenure/event-log';
import { givenSecret } from '@tenure/log-secret';
import type { KeptPersonal } from '@tenure/querying';
import fc from 'fast-check';
import { CustomerKey } from './customer-key.js';
import { VaultUnavailable } from './errors.js';
import { openingEvents } from './opening-events.js';
import { openingPersonalData } from './opening-personal-data.js';
import { SealingLog } from './sealing-log.js';
import { MemoryKeys } from './testing/memory-keys.js';
import { Vault } from './vault.js';
import { unwrap, wrap } from './wrapping.js';

const secret = givenSecret('0123456789abcdef0123456789abcdef');
const place = { stream: 'customer-a', revision: 3, type: 'CustomerRegistered' };
const key = new CustomerKey(1, randomBytes(64));

/** Computed independently of the code, as decision 38 specifies. */
const GOLDEN = {
  email: 'sealed.1.3.CustomerRegistered.BTjIk5WVFnJxaC0Aw7y-K-RFvSI2VJSfLGt6GZBSaEugamH_KG2gfzj-3Q',
  name: 'sealed.1.3.CustomerRegistered.BTjIk5WVFnJxaC0BxiLDIrDUnYtbd01avHEUOxP1-VMIc4J6S-OlBA',
  phone: null,
};
const GOLDEN_KEY = 'AQEBAQEBAQEBAQEBMrHc9pbNNzJn8ywVShOJBIdHEi7wE0C-lr92ExZP-fpPxE_FVVDsYyer1QmpaI5VXqS1ZrDwFJjvI4WoIc8KSTDSrYe9IGrPnZ-R-bXegSU';

/** The part of a log that commands use. */
class MemoryLog {
  readonly requests: AppendRequest[] = [];
  readonly events: RecordedEvent[] = [];
  async append(request: AppendRequest) {
    this.requests.push(request);
    const first = request.expected === 'no-stream' ? 0 : request.expected + 1;
    const recorded = request.events.map((event, at) => ({ ...event, stream: request.stream, revision: first + at, position: '1', recordedAt: 0 }));
    this.events.push(...(recorded as unknown as RecordedEvent[]));
    return { outcome: 'appended', revision: first, position: '1', positions: [], recordedAt: 0 } as const;
  }
  async readStream(stream: string) {
    return this.events.filter((event) => event.stream === stream);
  }
}

const registered = (customerId: string, personal?: object): NewEvent => ({
  type: 'CustomerRegistered',
  version: 1,
  occurredAt: 0,
  data: { party: 'person' },
  personal,
  metadata: { commandId: `c-${customerId}`, index: 0, of: 1, payloadHash: 'h', actor: 'test' },
});

describe('a sealed field', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });

  it('opens to what was sealed, under its own name and at its own place alone', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z]{0,11}$/), text, { maxKeys: 8 }), (personal) => {
        const sealed = key.seal(place, personal);
        for (const [field, value] of Object.entries(personal)) expect(key.open(place.stream, field, sealed[field]!)).toBe(value);
      }),
    );
    const { name } = key.seal(place, { name: 'Ada' }) as { name: string };
    expect(key.open('customer-b', 'name', name)).toBeNull();
    expect(key.open(place.stream, 'email', name)).toBeNull();
    expect(key.open(place.stream, 'name', name.replace('.3.', '.4.'))).toBeNull();
    expect(key.open(place.stream, 'name', name.replace('Registered', 'Closed'))).toBeNull();
    expect(new CustomerKey(1, randomBytes(64)).open(place.stream, 'name', name)).toBeNull();
    const flipped = name.slice(0, -3) + (name.at(-3) === 'A' ? 'B' : 'A') + name.slice(-2);
    expect(key.open(place.stream, 'name', flipped)).toBeNull();
  });

  it('is the same bytes each time, whatever the order of the fields: a retry makes the very same event', () => {
    expect(key.seal(place, { email: 'a@b', name: 'Ada' })).toEqual(key.seal(place, { name: 'Ada', email: 'a@b' }));
  });

  it('is the same bytes in every version: logs hold them, and a command torn by one version is completed by another', async () => {
    const pinned = new CustomerKey(1, Buffer.from(Array.from({ length: 64 }, (_, n) => n)));
    const sealed = pinned.seal(place, { name: 'Ada Lovelace', email: 'ada@example.com', phone: null });
    expect(sealed).toEqual(GOLDEN);
    const keyed = await secret.keyed();
    expect(wrap(Buffer.alloc(64, 7), Buffer.alloc(12, 1), 'a', 1, keyed).wrapped.toString('base64url')).toBe(GOLDEN_KEY);
  });

  it('opens with no key that was cut: one of another length is none', async () => {
    const keyed = await secret.keyed();
    expect(unwrap(wrap(Buffer.alloc(64, 7), Buffer.alloc(12, 1), 'a', 1, keyed), keyed)).toEqual(Buffer.alloc(64, 7));
    expect(unwrap(wrap(Buffer.alloc(32, 7), Buffer.alloc(12, 1), 'a', 1, keyed), keyed)).toBeNull();
  });

  it('does not show that two values are equal: neither of two fields, nor of two events, nor when another field differs', () => {
    const one = key.seal(place, { name: 'Ada', note: 'Ada' });
    const elsewhere = key.seal({ ...place, revision: 4 }, { name: 'Ada', note: 'Ada' });
    const beside = key.seal(place, { name: 'Ada', note: 'Bob' });
    const contents = [one['name'], one['note'], elsewhere['name'], elsewhere['note'], beside['name']].map((sealed) => sealed!.split('.')[4]);
    expect(new Set(contents.map((content) => content!.slice(0, 16))).size).toBe(5);
  });

  it('says that a value was taken away, and refuses what is no text', () => {
    expect(key.seal(place, { phone: null })).toEqual({ phone: null });
    expect(() => key.seal(place, { age: 7 as never })).toThrow('age');
  });
});

describe('the log as commands see it', () => {
  const vaultOn = (keys = new MemoryKeys()) => new Vault(keys, secret);

  it('gets personal parts sealed, under a key that is durable by then, and gives them in clear', async () => {
    const [keys, log] = [new MemoryKeys(), new MemoryLog()];
    const sealing = new SealingLog(log, new Vault(keys, secret));
    await sealing.append({ stream: streamOf('a'), expected: 'no-stream', events: [registered('a', { name: 'Ada Lovelace', phone: null })] });
    expect(await keys.read(['a'])).toHaveLength(1);
    const [recorded] = log.events;
    expect(JSON.stringify(log.requests)).not.toContain('Ada');
    expect(recorded!.personal).toEqual({ name: expect.stringMatching(/^sealed\.1\.0\.CustomerRegistered\.[\w-]+$/), phone: null });
    expect(recorded!.metadata.keyEpoch).toBe(1);
    expect((await sealing.readStream(streamOf('a')))[0]).toMatchObject({ personal: { name: 'Ada Lovelace', phone: null }, revision: 0 });
    // Another process with the same vault.
    expect(await openingEvents(new Vault(keys, secret))(log.events)).toMatchObject([{ personal: { name: 'Ada Lovelace' } }]);
  });

  it('gives what is not sealed, of a log from before, as it is', async () => {
    const log = new MemoryLog();
    await log.append({ stream: streamOf('a'), expected: 'no-stream', events: [registered('a', { name: 'Ada' })] });
    expect((await new SealingLog(log, vaultOn()).readStream(streamOf('a')))[0]!.personal).toEqual({ name: 'Ada' });
  });

  it('repeats an append byte for byte', async () => {
    const log = new MemoryLog();
    const sealing = new SealingLog(log, vaultOn());
    for (let time = 0; time < 2; time += 1) {
      await sealing.append({ stream: streamOf('a'), expected: 'no-stream', events: [registered('a', { name: 'Ada' })] });
    }
    const [first, second] = log.events.map((event) => checksumOf(event));
    expect(second).toBe(first);
  });

  it('reads the keys of many known customers together', async () => {
    const [keys, log] = [new MemoryKeys(), new MemoryLog()];
    const customers = Array.from({ length: 200 }, (_, n) => `c${n}`);
    const before = new SealingLog(log, new Vault(keys, secret));
    await Promise.all(customers.map((id) => before.append({ stream: streamOf(id), expected: 'no-stream', events: [registered(id, { name: id })] })));
    keys.reads = 0;
    const sealing = new SealingLog(log, new Vault(keys, secret));
    const read = await Promise.all(customers.map((id) => sealing.readStream(streamOf(id))));
    expect(read.map(([event]) => (event!.personal as { name: string }).name)).toEqual(customers);
    expect(keys.reads).toBe(1);
  });

  it('makes keys of many new customers together, and none for events without a personal part', async () => {
    const [keys, log] = [new MemoryKeys(), new MemoryLog()];
    const sealing = new SealingLog(log, new Vault(keys, secret));
    const customers = Array.from({ length: 500 }, (_, n) => `c${n}`);
    const append = (id: string, personal?: object) => sealing.append({ stream: streamOf(id), expected: 'no-stream', events: [registered(id, personal)] });
    await Promise.all(customers.map((id) => append(id, { name: id })));
    expect(keys.batches).toBe(1);
    await append('z');
    expect(await keys.read(['z'])).toEqual([]);
  });

  it('records nothing before the key is durable, and nothing at all when it could not be kept', async () => {
    const [keys, log] = [new MemoryKeys(), new MemoryLog()];
    const [keep, turn] = [keys.keep.bind(keys), () => new Promise((resolve) => setImmediate(resolve))];
    let flushed: (error?: Error) => void = () => undefined;
    keys.keep = (made) => new Promise((resolve, reject) => (flushed = (error) => (error ? reject(error) : resolve(keep(made)))));
    const sealing = new SealingLog(log, new Vault(keys, secret));
    const append = () => sealing.append({ stream: streamOf('a'), expected: 'no-stream', events: [registered('a', { name: 'Ada' })] });
    const refused = append();
    for (let turns = 0; turns < 10; turns += 1) await turn();
    flushed(new VaultUnavailable('unreachable', 'the disk is full'));
    await expect(refused).rejects.toMatchObject({ code: 'unreachable' });
    expect(log.requests).toEqual([]);
    const appended = append();
    for (let turns = 0; turns < 10; turns += 1) await turn();
    expect(log.requests).toEqual([]);
    flushed();
    await appended;
    expect(await openingEvents(new Vault(keys, secret))(log.events)).toMatchObject([{ personal: { name: 'Ada' } }]);
  });

  it('seals with the key of whoever was first, where several make one at once', async () => {
    const [keys, log] = [new MemoryKeys(), new MemoryLog()];
    const [keep, others] = [keys.keep.bind(keys), new Vault(keys, secret)];
    const sealing = new SealingLog(log, new Vault(keys, secret));
    keys.keep = async (made) => {
      keys.keep = keep;
      await others.keyFor('a');
      return keep(made);
    };
    for (const expected of ['no-stream', 0] as const) await sealing.append({ stream: streamOf('a'), expected, events: [registered('a', { name: 'Ada' })] });
    const opened = await openingEvents(new Vault(keys, secret))(log.events);
    expect(opened).toMatchObject([{ personal: { name: 'Ada' } }, { personal: { name: 'Ada' } }]);
  });

  it('leaves out what it cannot open, and says of which customer, why and where', async () => {
    const log = new MemoryLog();
    await new SealingLog(log, vaultOn()).append({ stream: streamOf('a'), expected: 'no-stream', events: [registered('a', { name: 'Ada' })] });
    const others = new MemoryKeys();
    const read = async (keys: MemoryKeys, ofSecret = secret) => (await new SealingLog(log, new Vault(keys, ofSecret)).readStream(streamOf('a')))[0]!;
    expect(await read(others)).toMatchObject({ type: 'CustomerRegistered', personal: undefined, unopened: { code: 'key-missing', message: /"a".*memory/ } });
    await new Vault(others, secret).keyFor('a');
    expect(await read(others)).toMatchObject({ personal: undefined, unopened: { code: 'key-damaged' } });
    const otherSecret = givenSecret('ffffffffffffffffffffffffffffffff');
    expect(await read(others, otherSecret)).toMatchObject({ personal: undefined, unopened: { code: 'key-damaged' } });
    others.read = () => Promise.reject(new VaultUnavailable('unreachable', 'nobody there'));
    expect(await read(others)).toMatchObject({ personal: undefined, unopened: { code: 'unreachable' } });
  });

  it('opens what was damaged once its vault is put back, in the same process', async () => {
    const [keys, log] = [new MemoryKeys(), new MemoryLog()];
    await new SealingLog(log, new Vault(keys, secret)).append({ stream: streamOf('a'), expected: 'no-stream', events: [registered('a', { name: 'Ada' })] });
    const [whole] = await keys.read(['a']);
    const put = async (wrapped: Buffer) => {
      keys.loseKeyOf('a');
      await keys.keep([{ ...whole!, wrapped }]);
    };
    const sealing = new SealingLog(log, new Vault(keys, secret));
    const next = () => sealing.append({ stream: streamOf('a'), expected: 0, events: [registered('a', { name: 'Ada' })] });
    await put(Buffer.alloc(whole!.wrapped.length));
    expect((await sealing.readStream(streamOf('a')))[0]).toMatchObject({ unopened: { code: 'key-damaged' } });
    await expect(next()).rejects.toMatchObject({ code: 'key-damaged' });
    await put(whole!.wrapped);
    expect((await sealing.readStream(streamOf('a')))[0]).toMatchObject({ personal: { name: 'Ada' } });
    await next();
  });

  it('does not take a sealed text from one event into another', async () => {
    const log = new MemoryLog();
    const vault = vaultOn();
    const sealing = new SealingLog(log, vault);
    await sealing.append({ stream: streamOf('a'), expected: 'no-stream', events: [registered('a', { name: 'Ada' }), registered('a', { name: 'Bob' })] });
    const moved = log.events.map((event, at) => ({ ...event, personal: log.events[1 - at]!.personal }));
    expect((await openingEvents(vault)(moved)).map(({ personal }) => personal)).toEqual(moved.map(({ personal }) => personal));
  });
});

describe('personal data of an answer', () => {
  it('is opened as far as it opens, and what is not is named with the reason', async () => {
    const [keys, log] = [new MemoryKeys(), new MemoryLog()];
    await new SealingLog(log, new Vault(keys, secret)).append({ stream: streamOf('a'), expected: 'no-stream', events: [registered('a', { name: 'Ada' })] });
    const { name } = log.events[0]!.personal as { name: string };
    const asked: KeptPersonal[] = [
      { customerId: 'a', fields: { name, email: 'in clear of before', phone: null } },
      { customerId: 'b', fields: { name } },
    ];
    const opened = await openingPersonalData(new Vault(keys, secret)).open(asked);
    expect(opened[0]).toEqual({ fields: { name: 'Ada', email: 'in clear of before', phone: null }, sealed: null });
    expect(opened[1]).toEqual({ fields: { name: null }, sealed: { fields: ['name'], reason: 'key-missing' } });
    const otherSecret = givenSecret('ffffffffffffffffffffffffffffffff');
    const [damaged] = await openingPersonalData(new Vault(keys, otherSecret)).open(asked);
    expect(damaged!.sealed).toEqual({ fields: ['name'], reason: 'key-damaged' });
  });
});
