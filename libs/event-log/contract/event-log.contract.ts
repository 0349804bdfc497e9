import { createKeyedHash } from '@tenure/log-secret';
import { checksumOf, verifyEvent } from '../checksum.js';
import { InvalidPosition } from '../errors.js';
import type { NewEvent, Position, RecordedEvent } from '../event.js';
import type { EventLog } from '../event-log.js';
import { placeOf } from '../lineage.js';

/** The secret that the log under test digests personal parts with. */
export const keyedOfContract = createKeyedHash(Buffer.alloc(32, 7), 1);

export interface LogUnderTest {
  open(): Promise<EventLog>;
  /** Closes and opens again on the same data, as a restart would. */
  reopen(log: EventLog): Promise<EventLog>;
  dispose(): Promise<void>;
}

const event = (n: number, commandId = `command-${n}`): NewEvent => ({
  type: 'PurchaseRecorded',
  version: 1,
  occurredAt: Date.UTC(2024, 0, 1) + n,
  data: { orderId: `order-${n}`, amount: { minor: n, currency: 'USD' } },
  personal: n % 2 === 0 ? { note: `note ${n}` } : undefined,
  metadata: { commandId, index: 0, payloadHash: 'hash', actor: 'contract' },
});

async function everything(log: EventLog, limit = 7): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  let after: Position | null = null;
  for (;;) {
    const page: RecordedEvent[] = await log.readAll({ after, limit });
    if (page.length === 0) return all;
    all.push(...page);
    after = page[page.length - 1]!.position;
  }
}

/** What every event log guarantees. Run it for each adapter, and against real servers where available. */
export function eventLogContract(name: string, make: () => Promise<LogUnderTest>): void {
  describe(`event log contract: ${name}`, () => {
    let subject: LogUnderTest;
    let log: EventLog;

    beforeEach(async () => {
      subject = await make();
      log = await subject.open();
    });
    afterEach(async () => {
      await log.close();
      await subject.dispose();
    });

    it('gives back what was appended, field by field', async () => {
      const result = await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1), event(2)] });
      expect(result).toMatchObject({ outcome: 'appended', revision: 1 });
      const [first, second] = await log.readStream('customer-a');
      expect(first).toMatchObject({ stream: 'customer-a', revision: 0, type: 'PurchaseRecorded', version: 1, occurredAt: event(1).occurredAt });
      expect(first!.data).toEqual(event(1).data);
      expect(first!.personal).toBeUndefined();
      expect(second!.personal).toEqual({ note: 'note 2' });
      expect(second!.metadata).toEqual(event(2).metadata);
      expect(second!.recordedAt).toBeGreaterThan(Date.UTC(2024, 0, 1));
      expect(result).toMatchObject({ position: second!.position, positions: [first!.position, second!.position] });
    });

    it('keeps what an event carries to the letter, and answers with the time that it recorded', async () => {
      const metadata = { commandId: 'ключ/"1"', index: 0, payloadHash: 'h', actor: 'a', correlationId: 'order 7', causationId: 'command 6' };
      const data = { name: 'Zoë \u{1F600}\t\n', none: null, nested: [{ deep: 0.1 }], $strange: true };
      const result = await log.append({ stream: 'customer-a', expected: 'no-stream', events: [{ ...event(1), data, personal: { email: '' }, metadata }] });
      const [first] = await log.readAll({ after: null, limit: 1 });
      expect(first).toMatchObject({ data, personal: { email: '' }, metadata });
      expect(result).toMatchObject({ recordedAt: first!.recordedAt, positions: [first!.position] });
    });

    it('keeps the whole of envelope 2, and leaves out what was not given', async () => {
      const origin = { stream: 'customer-b', revision: 4, eventId: '3398db49-aa7d-5a87-bd80-08afb3fcf095' };
      const metadata = { ...event(1).metadata, of: 2, onBehalfOf: 'Ada', importId: 'import-7', origin, keyEpoch: 3 };
      const day: NewEvent = { ...event(1), precision: 'day', personal: { sealed: 'AAEC' }, metadata };
      const plain: NewEvent = { ...event(2, 'command-1'), metadata: { ...event(1).metadata, index: 1, of: 2 } };
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [day, plain] });
      const [first, second] = await log.readStream('customer-a');
      expect(first).toMatchObject({ precision: 'day', personal: { sealed: 'AAEC' } });
      expect(first!.metadata).toEqual(metadata);
      expect([second!.precision, second!.metadata]).toEqual([undefined, plain.metadata]);
      const whole: RecordedEvent[] = [];
      for await (const events of log.readStreams({ prefixes: ['customer-'], upTo: second!.position })) whole.push(...events);
      expect(whole.map(({ checksum, precision, metadata }) => ({ checksum, precision, metadata }))).toEqual(
        [first!, second!].map(({ checksum, precision, metadata }) => ({ checksum, precision, metadata })),
      );
    });

    it('gives every event a checksum over all that it says, at its place', async () => {
      const dated = new Date(0);
      const data = { 'b"': [1.5, -0, { z: undefined, a: null }], a: 'Zoë \u{1F600} \u2028', dated, 1e21: 1e21 };
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [{ ...event(1), data }, event(2)] });
      const [first, second] = await log.readStream('customer-a');
      for (const each of [first!, second!]) expect([each.checksum, verifyEvent(each, keyedOfContract)]).toEqual([checksumOf(each), 'intact']);
      expect(first!.checksum).toMatch(/^[\w-]{43}$/);
      expect(first!.checksum).not.toBe(second!.checksum);
    });

    it('finds damage to any part of an event', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [{ ...event(2), precision: 'day' }] });
      const [there] = await log.readStream('customer-a');
      const { stream, revision, type, version, occurredAt, precision, data, personal, metadata, checksum, personalDigest, position, recordedAt } = there!;
      const intact = { stream, revision, type, version, occurredAt, precision, data, personal, metadata, checksum, personalDigest, position, recordedAt };
      const changes: Partial<RecordedEvent>[] = [
        { stream: 'customer-b' },
        { revision: 1 },
        { type: 'PurchaseReturned' },
        { version: 2 },
        { occurredAt: occurredAt + 1 },
        { precision: undefined },
        { data: { ...data, amount: { minor: 3, currency: 'USD' } } },
        { personal: { note: 'another note' } },
        { personal: undefined },
        { personal: undefined, personalDigest: undefined },
        { personalDigest: undefined },
        { metadata: { ...metadata, actor: 'another' } },
        { metadata: { ...metadata, of: 3 } },
      ];
      expect(changes.map((change) => verifyEvent({ ...intact, ...change }, keyedOfContract))).toEqual(changes.map(() => 'damaged'));
      // Without the secret the personal part cannot be checked, and nothing about it can be guessed.
      expect(verifyEvent({ ...intact, personal: { note: 'another note' } })).toBe('unchecked');
    });

    it('completes a torn command with the very events first decided, and with no others', async () => {
      const command = (of: number) =>
        Array.from({ length: of }, (_, index) => ({ ...event(index, 'torn'), metadata: { ...event(0, 'torn').metadata, index, of } }));
      const events = [event(9), ...command(3)];
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: events.slice(0, 3) });
      const other = events.map((each) => ({ ...each, occurredAt: each.occurredAt + 1 }));
      expect(await log.append({ stream: 'customer-a', expected: 'no-stream', events: other })).toEqual({ outcome: 'conflict', actual: 2 });
      const completed = await log.append({ stream: 'customer-a', expected: 'no-stream', events });
      const there = await log.readStream('customer-a');
      expect(completed).toMatchObject({ outcome: 'appended', revision: 3, positions: there.map(({ position }) => position) });
      expect(there.map(({ metadata }) => metadata.index)).toEqual([0, 0, 1, 2]);
    });

    it('gives each event of an append the position at which all events have it', async () => {
      const result = await log.append({ stream: 'customer-a', expected: 'no-stream', events: Array.from({ length: 50 }, (_, n) => event(n)) });
      expect((await everything(log, 1)).map(({ position }) => position)).toEqual(result.outcome === 'appended' && result.positions);
    });

    it('reads a position with or without the zeros in front', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1), event(2)] });
      for (const { position } of await everything(log)) {
        expect(log.readPosition(position)).toBe(position);
        expect(log.readPosition(position.replaceAll(/\b0+(?=\d)/g, ''))).toBe(position);
        expect(log.readPosition(`0000${position}`)).toBe(position);
      }
    });

    it.each(['nonsense', '', '-1', '1.5', '9'.repeat(40)])('refuses "%s" as a position', async (position) => {
      expect(log.readPosition(position)).toBeNull();
      await expect(log.readAll({ after: position, limit: 1 })).rejects.toThrow(InvalidPosition);
      await expect(log.readStream('customer-a', { upTo: position })).rejects.toThrow(InvalidPosition);
      await expect(log.at(position)).rejects.toThrow(InvalidPosition);
      await expect(log.waitFor(position, new AbortController().signal)).rejects.toThrow(InvalidPosition);
    });

    it('refuses "no-stream" on a stream that exists, and says where it stands', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1)] });
      expect(await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(2)] })).toEqual({ outcome: 'conflict', actual: 0 });
      expect(await log.readStream('customer-a')).toHaveLength(1);
    });

    it.each([5, 1])('refuses revision %i of a stream that ends at 0', async (expected) => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1)] });
      expect(await log.append({ stream: 'customer-a', expected, events: [event(2)] })).toEqual({ outcome: 'conflict', actual: 0 });
    });

    it('refuses a revision of a stream that does not exist', async () => {
      expect(await log.append({ stream: 'customer-a', expected: 0, events: [event(1)] })).toEqual({ outcome: 'conflict', actual: 'no-stream' });
      expect(await log.readStream('customer-a')).toEqual([]);
    });

    it('lets exactly one of many writers with the same expectation through', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, (_, n) => log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(n)] })));
      expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(await log.readStream('customer-a')).toHaveLength(1);
    });

    it('holds a repeated append once, and does not take the same key with another payload for it', async () => {
      const request = { stream: 'customer-a', expected: 'no-stream' as const, events: [event(1), event(2)] };
      const first = await log.append(request);
      expect(await log.append(request)).toEqual(expect.objectContaining({ outcome: expect.stringMatching(/appended|conflict/) }));
      const other = event(1);
      const reused = { ...request, events: [{ ...other, data: { orderId: 'another' }, metadata: { ...other.metadata, payloadHash: 'other' } }, event(2)] };
      expect(await log.append(reused)).toEqual({ outcome: 'conflict', actual: 1 });
      const there = await log.readStream('customer-a');
      expect(there.map(({ position }) => position)).toEqual(first.outcome === 'appended' ? first.positions : []);
      expect(there[0]!.data).toEqual(event(1).data);
    });

    it('keeps appends that share a flush apart: a conflict does not touch its neighbours', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(0)] });
      const [left, conflict, right] = await Promise.all([
        log.append({ stream: 'customer-b', expected: 'no-stream', events: [event(1), event(2)] }),
        log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(3)] }),
        log.append({ stream: 'customer-c', expected: 'no-stream', events: [event(4)] }),
      ]);
      expect([left.outcome, conflict.outcome, right.outcome]).toEqual(['appended', 'conflict', 'appended']);
      // Appends that run concurrently have no order among them; the events of one append do.
      const all = await everything(log);
      expect(all.map(({ data }) => data.amount.minor).sort()).toEqual([0, 1, 2, 4]);
      expect(all.filter(({ stream }) => stream === 'customer-b').map(({ data }) => data.amount.minor)).toEqual([1, 2]);
    });

    it('orders all events by position, and each stream by revision without gaps, under concurrent writers', async () => {
      const write = async (stream: string) => {
        for (let n = 0; n < 25; n++) await log.append({ stream, expected: n === 0 ? 'no-stream' : n - 1, events: [event(n)] });
      };
      await Promise.all(['customer-a', 'customer-b', 'customer-c', 'customer-d'].map(write));
      const all = await everything(log);
      expect(all).toHaveLength(100);
      const positions = all.map(({ position }) => position);
      expect([...positions].sort()).toEqual(positions);
      expect(new Set(positions).size).toBe(100);
      for (const stream of ['customer-a', 'customer-b', 'customer-c', 'customer-d']) {
        expect(all.filter((each) => each.stream === stream).map(({ revision }) => revision)).toEqual(Array.from({ length: 25 }, (_, n) => n));
      }
    });

    it('tells of many streams which of them have events', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1), event(2)] });
      await log.append({ stream: 'customer-"ä b', expected: 'no-stream', events: [event(3)] });
      const many = Array.from({ length: 1_000 }, (_, n) => `customer-nobody-${n}`);
      expect(await log.existing(['customer-nobody', 'customer-"ä b', ...many, 'customer-a', 'customer-b'])).toEqual(new Set(['customer-a', 'customer-"ä b']));
      expect(await log.existing([])).toEqual(new Set());
    });

    it('pages a stream from a revision, and stops at a position', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [0, 1, 2, 3, 4].map((n) => event(n)) });
      const whole = await log.readStream('customer-a');
      expect((await log.readStream('customer-a', { from: 2, limit: 2 })).map(({ revision }) => revision)).toEqual([2, 3]);
      expect((await log.readStream('customer-a', { upTo: whole[1]!.position })).map(({ revision }) => revision)).toEqual([0, 1]);
    });

    it('reads whole streams in order of name, up to a position, after a name', async () => {
      for (const name of ['b', 'a', 'c', 'aa']) await log.append({ stream: `customer-${name}`, expected: 'no-stream', events: [event(1)] });
      await log.append({ stream: 'model-x', expected: 'no-stream', events: [event(2)] });
      const { position: upTo } = (await log.head())!;
      await log.append({ stream: 'customer-a', expected: 0, events: [event(3)] });
      const names: string[] = [];
      const lengths: number[] = [];
      for await (const events of log.readStreams({ prefixes: ['customer-'], upTo })) {
        names.push(events[0]!.stream);
        lengths.push(events.length);
      }
      expect(names).toEqual(['customer-a', 'customer-aa', 'customer-b', 'customer-c']);
      expect(lengths).toEqual([1, 1, 1, 1]);
      const rest: string[] = [];
      for await (const events of log.readStreams({ prefixes: ['customer-'], after: 'customer-aa', upTo })) rest.push(events[0]!.stream);
      expect(rest).toEqual(['customer-b', 'customer-c']);
    });

    it('reads whole streams under several prefixes, each once, in order of name', async () => {
      for (const stream of ['model-x', 'customer-b', 'customer-a', 'key-1']) await log.append({ stream, expected: 'no-stream', events: [event(1), event(2)] });
      const { position: upTo } = (await log.head())!;
      const read = async (prefixes: readonly string[], after?: string) => {
        const names: string[] = [];
        for await (const events of log.readStreams({ prefixes, upTo, ...(after && { after }) })) {
          expect(events.map(({ revision }) => revision)).toEqual([0, 1]);
          names.push(events[0]!.stream);
        }
        return names;
      };
      expect(await read(['model-', 'customer-'])).toEqual(['customer-a', 'customer-b', 'model-x']);
      expect(await read(['model-', 'customer-', 'customer-a'])).toEqual(['customer-a', 'customer-b', 'model-x']);
      expect(await read(['model-', 'customer-'], 'customer-a')).toEqual(['customer-b', 'model-x']);
      expect(await read([])).toEqual([]);
    });

    it('orders names by code point, as every adapter does', async () => {
      const names = ['customer-a', 'customer-Z', 'customer-\u{1F600}', 'customer-\uFF5E', 'customer-é', 'customer-a b', 'customer-10', 'customer-9'];
      for (const stream of names) await log.append({ stream, expected: 'no-stream', events: [event(1)] });
      const read: string[] = [];
      for await (const [first] of log.readStreams({ prefixes: ['customer-'], upTo: (await log.head())!.position })) read.push(first!.stream);
      expect(read).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    });

    it('reads long streams whole', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: Array.from({ length: 9_001 }, (_, n) => event(n)) });
      await log.append({ stream: 'customer-b', expected: 'no-stream', events: [event(1)] });
      const lengths: number[] = [];
      for await (const events of log.readStreams({ prefixes: ['customer-'], upTo: (await log.head())!.position })) lengths.push(events.length);
      expect(lengths).toEqual([9_001, 1]);
    });

    it('finds the last position at a moment', async () => {
      expect(await log.positionAt(Date.now())).toBeNull();
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1)] });
      await log.append({ stream: 'customer-a', expected: 0, events: [event(2)] });
      const [first, second] = await log.readStream('customer-a');
      expect(await log.positionAt(first!.recordedAt - 1)).toBeNull();
      expect(await log.positionAt(second!.recordedAt)).toBe(second!.position);
    });

    it('has an id from its first event on, which it keeps', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1)] });
      const id = await log.id();
      expect(id).toEqual(expect.stringMatching(/./));
      log = await subject.reopen(log);
      expect(await log.id()).toBe(id);
    });

    it('says what stood last at a position, and how much lies behind one', async () => {
      expect(await log.head()).toBeNull();
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1), event(2), event(3)] });
      const [first, second] = await log.readStream('customer-a');
      for (const event of [first!, second!]) expect(await log.at(event.position)).toEqual(placeOf(event));
      expect(await log.at((await log.head())!.position)).toEqual(await log.head());
      expect([2, null]).toContain(await log.countAfter(first!.position));
      expect([3, null]).toContain(await log.countAfter(null));
    });

    it('wakes a waiting reader, and lets it go when told to', async () => {
      const waiting = log.waitFor(null, new AbortController().signal);
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1)] });
      await waiting;
      const stop = new AbortController();
      const stopped = log.waitFor((await log.head())!.position, stop.signal);
      stop.abort();
      await stopped;
    });

    it('has everything it acknowledged after a restart, and goes on from there', async () => {
      await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1)] });
      const before = await log.head();
      log = await subject.reopen(log);
      expect(await log.head()).toEqual(before);
      expect(await log.append({ stream: 'customer-a', expected: 0, events: [event(2)] })).toMatchObject({ outcome: 'appended', revision: 1 });
      expect((await log.head())!.position > before!.position).toBe(true);
    });
  });
}
