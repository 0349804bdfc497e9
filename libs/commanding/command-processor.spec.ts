import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppendRequest, type EventLog, LogUnavailable, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret } from '@tenure/log-secret';
import fc from 'fast-check';
import type { Command, Outcome } from './command.js';
import { CommandProcessor } from './command-processor.js';
import type { CommandRow } from './command-row.js';

const secret = givenSecret('the secret of the logs of this spec');
let directory: string;
let log: SqliteEventLog;
let processor: CommandProcessor;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tenure-commanding-'));
  log = await SqliteEventLog.open(join(directory, 'log.db'));
  processor = new CommandProcessor(log, secret);
});
afterEach(async () => {
  await log.close();
  rmSync(directory, { recursive: true });
});

const register = (customerId: string, id = `register-${customerId}`): Command => ({
  name: 'RegisterCustomer',
  customerId,
  id,
  data: { customerId, party: 'person' },
  actor: 'spec',
});
const purchase = (customerId: string, orderId: string, minor: number, id = `order-${orderId}`): Command => ({
  name: 'RecordPurchase',
  customerId,
  id,
  data: { customerId, orderId, occurredAt: '2024-05-01T10:00:00Z', amount: { minor, currency: 'EUR' } },
  actor: 'spec',
});
const alone = (command: Command): CommandRow => [{ command }];
const accepted = (outcome: Outcome) => {
  if (outcome.status !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
};

describe('a command', () => {
  it('becomes events with the next revisions, and answers with where they stand', async () => {
    const first = accepted(await processor.execute(register('a')));
    const second = accepted(await processor.execute(purchase('a', '1', 1177)));
    expect(first).toMatchObject({ revision: 0, replayed: false, commandId: 'register-a', customerId: 'a' });
    expect(second).toMatchObject({ revision: 1, events: [{ type: 'PurchaseRecorded', revision: 1 }] });
    expect(second.position).toBe((await log.head())!.position);
    expect((await log.readStream(streamOf('a')))[1]!.metadata).toMatchObject({ commandId: 'order-1', index: 0, actor: 'spec' });
  });

  it('that is repeated gets the stored outcome, at once, later, and after a restart', async () => {
    await processor.execute(register('a'));
    const first = accepted(await processor.execute(purchase('a', '1', 1177)));
    await processor.execute(purchase('a', '2', 500));
    expect(await processor.execute(purchase('a', '1', 1177))).toEqual({ ...first, replayed: true });
    await log.close();
    log = await SqliteEventLog.open(join(directory, 'log.db'));
    expect(await new CommandProcessor(log, secret).execute(purchase('a', '1', 1177))).toEqual({ ...first, replayed: true });
    expect(await log.readStream(streamOf('a'))).toHaveLength(3);
  });

  it('with a used key and another body is refused, whatever the order of its fields says', async () => {
    await processor.execute(register('a'));
    const command = purchase('a', '1', 1177);
    await processor.execute(command);
    expect(await processor.execute(purchase('a', '1', 1178))).toMatchObject({ status: 'key-reused' });
    const reordered = { ...command, data: Object.fromEntries(Object.entries(command.data).reverse()) };
    expect(await processor.execute(reordered)).toMatchObject({ status: 'accepted', replayed: true });
  });

  it('sent a hundred times at once has one effect and a hundred equal answers', async () => {
    await processor.execute(register('a'));
    const answers = await Promise.all(Array.from({ length: 100 }, () => processor.execute(purchase('a', '1', 1177))));
    const [first, ...rest] = answers.map((answer) => ({ ...accepted(answer), replayed: null }));
    for (const answer of rest) expect(answer).toEqual(first);
    expect(answers.filter((answer) => !accepted(answer).replayed)).toHaveLength(1);
    expect(await log.readStream(streamOf('a'))).toHaveLength(2);
  });

  it('holds to the revision it names', async () => {
    await processor.execute(register('a'));
    expect(await processor.execute({ ...purchase('a', '1', 1), expectedRevision: 5 })).toEqual({ status: 'revision-mismatch', actual: 0 });
    expect(await processor.execute({ ...purchase('b', '1', 1), expectedRevision: 5 })).toEqual({ status: 'revision-mismatch', actual: null });
    expect(await processor.execute({ ...purchase('a', '1', 1), expectedRevision: 0 })).toMatchObject({ status: 'accepted' });
  });

  it('about an unknown customer is refused, unless it may register it', async () => {
    expect(await processor.execute(purchase('nobody', '1', 1))).toMatchObject({ status: 'rejected', rejection: { code: 'customer-unknown' } });
    const outcome = accepted(await processor.execute({ ...purchase('nobody', '1', 1), registerUnknown: true }));
    expect(outcome.events.map(({ type }) => type)).toEqual(['CustomerRegistered', 'PurchaseRecorded']);
  });

  it('that lost a race against another engine is decided again on what is there now', async () => {
    await processor.execute(register('a'));
    const other = new CommandProcessor(log, secret);
    await other.execute(purchase('a', '1', 100));
    const outcome = accepted(await processor.execute(purchase('a', '2', 200)));
    expect(outcome.revision).toBe(2);
    await other.execute(purchase('a', '3', 300));
    expect(await processor.execute(purchase('a', '3', 300))).toMatchObject({ status: 'accepted', replayed: true });
  });

  it('leaves no trace in memory when the log refuses it', async () => {
    await processor.execute(register('a'));
    let failing = true;
    const flaky: EventLog = Object.create(log, {
      readStream: { value: log.readStream.bind(log) },
      append: {
        value: (request: Parameters<EventLog['append']>[0]) => (failing ? Promise.reject(new Error('disk')) : log.append(request)),
      },
    });
    const unlucky = new CommandProcessor(flaky, secret);
    await expect(unlucky.execute(purchase('a', '1', 1))).rejects.toThrow('disk');
    failing = false;
    expect(await unlucky.execute(purchase('a', '1', 1))).toMatchObject({ status: 'accepted', replayed: false, revision: 1 });
  });
});

describe('after a long line of customers nobody has heard of', () => {
  const strangers = async () => {
    for (let n = 0; n < 80; n++) await processor.execute(register(`stranger-${n}`));
  };

  it('a known one that is not in the cache is still known', async () => {
    await new CommandProcessor(log, secret).executeMany([register('a'), purchase('a', '1', 5)]);
    await strangers();
    const answers = await processor.executeMany([register('a', 'again'), purchase('a', '1', 5), purchase('a', '1', 6, 'other'), purchase('a', '2', 7)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'accepted', 'rejected', 'accepted']);
    expect(accepted(answers[1]!)).toMatchObject({ replayed: true, revision: 1 });
    expect(await log.readStream(streamOf('a'))).toHaveLength(3);
  });

  it('an unknown one is still refused, and a revision still checked', async () => {
    await new CommandProcessor(log, secret).execute(register('a'));
    await strangers();
    expect(await processor.execute(purchase('nobody', '1', 5))).toMatchObject({ status: 'rejected', rejection: { code: 'customer-unknown' } });
    await strangers();
    expect(await processor.execute({ ...purchase('a', '1', 5), expectedRevision: 4 })).toEqual({ status: 'revision-mismatch', actual: 0 });
  });

  it('a retry from before a restart has one effect', async () => {
    const first = accepted(await new CommandProcessor(log, secret).execute(register('a')));
    await strangers();
    expect(await processor.execute(register('a'))).toEqual({ ...first, replayed: true });
  });
});

describe('many commands', () => {
  it('are answered in order, each customer decided in order, in one go', async () => {
    const commands = [register('a'), register('b'), purchase('a', '1', 5), purchase('b', '1', 7), purchase('a', '1', 6, 'again'), purchase('a', '2', 8)];
    const outcomes = await processor.executeMany(commands);
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'rejected', 'accepted']);
    expect((await log.readStream(streamOf('a'))).map(({ type }) => type)).toEqual(['CustomerRegistered', 'PurchaseRecorded', 'PurchaseRecorded']);
  });

  it('of many customers are worked on side by side, never more of them than is allowed, and none any more once one has failed', async () => {
    let now = 0;
    let most = 0;
    let begun = 0;
    let failAt = Number.POSITIVE_INFINITY;
    const counting: EventLog = Object.create(log, {
      readStream: { value: log.readStream.bind(log) },
      append: {
        value: async (request: AppendRequest) => {
          now += 1;
          most = Math.max(most, now);
          begun += 1;
          const number = begun;
          await new Promise((resolve) => setImmediate(resolve));
          now -= 1;
          if (number === failAt) throw new LogUnavailable('io-error', 'unknown', 'no server');
          return log.append(request);
        },
      },
    });
    const commands = (prefix: string) => Array.from({ length: 20 }, (_, n) => register(`${prefix}${n}`));
    const all = commands('a');
    const several = new CommandProcessor(counting, secret, { customersAtOnce: 3 });
    const outcomes = await several.executeMany(all);
    expect(outcomes.map((outcome) => accepted(outcome).commandId)).toEqual(all.map(({ id }) => id));
    expect(most).toBe(3);
    failAt = begun + 4;
    await expect(several.executeMany(commands('b'))).rejects.toThrow('no server');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(begun).toBeLessThanOrEqual(failAt + 2);
  });

  it('leave others their turn, whether they are recorded or only tried', async () => {
    const rows = Array.from({ length: 4_000 }, (_, n) => alone(register(`c${n}`)));
    let turn = 0;
    let turning = setImmediate(function next() {
      turn += 1;
      turning = setImmediate(next);
    });
    const decidedIn = new Set<number>();
    const counting: EventLog = Object.create(log, {
      readStream: {
        value: (...given: Parameters<EventLog['readStream']>) => {
          decidedIn.add(turn);
          return log.readStream(...given);
        },
      },
      append: { value: log.append.bind(log) },
    });
    const counted = new CommandProcessor(counting, secret, { assumeNewcomers: false });
    await counted.preview().executeRows(rows);
    expect(decidedIn.size).toBeGreaterThan(1);
    decidedIn.clear();
    await counted.executeRows(rows);
    expect(decidedIn.size).toBeGreaterThan(1);
    clearImmediate(turning);
  });

  it('are recorded only while that may be; trying them needs no leave', async () => {
    let refusal: Error | null = new Error('facts are missing');
    const mayRecord = async () => {
      if (refusal) throw refusal;
    };
    const guarded = new CommandProcessor(log, secret, { mayRecord });
    await expect(guarded.execute(register('a'))).rejects.toBe(refusal);
    await expect(guarded.executeMany([register('a'), register('b')])).rejects.toBe(refusal);
    expect(await guarded.preview().executeRows([alone(register('a'))])).toMatchObject([{ status: 'accepted' }]);
    expect(await guarded.knows('a')).toBe(false);
    refusal = null;
    expect(await guarded.execute(register('a'))).toMatchObject({ status: 'accepted' });
  });

  it('make their customer a known one', async () => {
    expect(await processor.knows('a')).toBe(false);
    await processor.execute(register('a'));
    expect(await processor.knows('a')).toBe(true);
    expect(await processor.knows('A')).toBe(false);
  });

  it('can be previewed: the same answers, and nothing recorded', async () => {
    const commands = [register('a'), purchase('a', '1', 5), purchase('a', '1', 6, 'again')];
    const preview = processor.preview();
    expect(await preview.executeRows(commands.map(alone))).toMatchObject([
      { status: 'accepted' },
      { status: 'accepted' },
      { status: 'refused', outcome: { status: 'rejected' } },
    ]);
    expect(await preview.executeRows([alone(purchase('a', '1', 5))])).toMatchObject([{ outcomes: [{ status: 'accepted', replayed: true }] }]);
    expect(await log.head()).toBeNull();
  });

  it('each have the position of their own events, now and after a restart', async () => {
    const commands = [register('a'), purchase('a', '1', 5), purchase('a', '2', 8)];
    const positions = (await processor.executeMany(commands)).map((outcome) => accepted(outcome).position);
    expect(positions).toEqual((await log.readStream(streamOf('a'))).map(({ position }) => position));
    expect((await new CommandProcessor(log, secret).executeMany(commands)).map((outcome) => accepted(outcome).position)).toEqual(positions);
  });

  it('leave the same log however they are cut into batches, repeated or sent side by side', async () => {
    const pool = ['a', 'b', 'c'].flatMap((id) => [register(id), ...[1, 2, 3].map((n) => purchase(id, `${id}${n}`, n))]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(pool.length - 1), { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 9 }), async (picks, size) => {
        const folder = mkdtempSync(join(tmpdir(), 'tenure-batches-'));
        const fresh = await SqliteEventLog.open(join(folder, 'log.db'));
        const subject = new CommandProcessor(fresh, secret);
        const known = new Set<string>();
        for (let at = 0; at < picks.length; at += size) {
          const batch = picks.slice(at, at + size).map((pick) => pool[pick]!);
          const outcomes = await subject.executeMany(batch);
          batch.forEach(({ name, customerId, id }, i) => {
            const possible = name === 'RegisterCustomer' || known.has(`register-${customerId}`);
            expect(outcomes[i]!.status).toBe(possible ? 'accepted' : 'rejected');
            if (possible) expect(accepted(outcomes[i]!).replayed).toBe(known.has(id));
            if (possible) known.add(id);
          });
        }
        expect(await fresh.readAll({ after: null, limit: 999 })).toHaveLength(known.size);
        await fresh.close();
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 25 },
    );
  });
});

describe('a row of commands', () => {
  const types = async (customer: string) => (await log.readStream(streamOf(customer))).map(({ type }) => type);

  it('is recorded wholly, in one append, or not at all', async () => {
    await processor.execute(purchase('a', '0', 1));
    const whole: CommandRow = [{ command: register('a') }, { command: purchase('a', '1', 5) }];
    const half: CommandRow = [{ command: purchase('a', '2', 5) }, { command: purchase('a', '1', 6, 'another') }];
    const outcomes = await processor.executeRows([whole, half, alone(purchase('a', '3', 7))]);
    expect(outcomes).toMatchObject([
      { status: 'accepted', outcomes: [{ revision: 0 }, { revision: 1 }] },
      { status: 'refused', at: 1, outcome: { status: 'rejected', rejection: { code: 'order-id-used' } } },
      { status: 'accepted', outcomes: [{ revision: 2 }] },
    ]);
    expect(await types('a')).toEqual(['CustomerRegistered', 'PurchaseRecorded', 'PurchaseRecorded']);
    // Names that a refused row would have recorded stay free.
    expect(await processor.executeRows([alone(purchase('a', '2', 5))])).toMatchObject([{ status: 'accepted', outcomes: [{ replayed: false, revision: 3 }] }]);
  });

  it('tells the log which events are one decision, should it have to divide them', async () => {
    const appends: AppendRequest[] = [];
    const noting = {
      readStream: log.readStream.bind(log),
      append: async (request: AppendRequest) => {
        appends.push(request);
        return log.append(request);
      },
    };
    const refused: CommandRow = [{ command: purchase('a', '2', 5) }, { command: purchase('a', '1', 6, 'another') }];
    const whole: CommandRow = [{ command: register('a') }, { command: purchase('a', '1', 5) }];
    await new CommandProcessor(noting, secret).executeRows([whole, refused, alone(register('a')), alone(purchase('a', '3', 7))]);
    expect(appends.map(({ events, decisions }) => [events.length, decisions])).toEqual([[3, [2, 1]]]);
  });

  it('counts without an optional command that a rule refuses, and takes the alternative of another', async () => {
    await processor.execute(register('a'));
    const again = register('a', 'again');
    const change: Command = {
      name: 'ChangeCustomerDetails',
      customerId: 'a',
      id: 'c',
      data: { customerId: 'a', attributes: { region: 'north' } },
      actor: 'spec',
    };
    expect(await processor.executeRows([[{ command: again, optional: true }, { command: purchase('a', '1', 5) }]])).toMatchObject([
      { status: 'accepted', outcomes: [{ status: 'rejected' }, { status: 'accepted' }] },
    ]);
    expect(await processor.executeRows([[{ command: again, otherwise: change }]])).toMatchObject([{ status: 'accepted' }]);
    expect(await types('a')).toEqual(['CustomerRegistered', 'PurchaseRecorded', 'CustomerDetailsChanged']);
  });

  it('of two customers is a mistake of the program', async () => {
    await expect(processor.executeRows([[{ command: register('a') }, { command: register('b') }]])).rejects.toThrow(RangeError);
  });

  it('is decided on a record that nothing changes before the log has taken it', async () => {
    await processor.executeRows([alone(register('a')), alone(purchase('a', '1', 5))]);
    let fails = true;
    const doubtful: EventLog = Object.create(log, {
      readStream: { value: log.readStream.bind(log) },
      append: {
        value: async (request: AppendRequest) => {
          const result = await log.append(request);
          if (!fails) return result;
          fails = false;
          throw new LogUnavailable('io-error', 'unknown', 'the answer was lost');
        },
      },
    });
    const subject = new CommandProcessor(doubtful, secret);
    await subject.execute(purchase('a', '1', 5));
    const rows = [alone(purchase('a', '2', 5)), alone(purchase('a', '3', 5))];
    await expect(subject.executeRows(rows)).rejects.toThrow('the answer was lost');
    expect(await subject.executeRows(rows)).toMatchObject([{ outcomes: [{ replayed: true, revision: 2 }] }, { outcomes: [{ replayed: true, revision: 3 }] }]);
    expect(await types('a')).toHaveLength(4);
  });

  it('that lost a race is decided on what the log holds behind the record, which is not read again from its beginning', async () => {
    await processor.executeRows([alone(register('a')), alone(purchase('a', '1', 5))]);
    const froms: (number | undefined)[] = [];
    const watched: EventLog = Object.create(log, {
      append: { value: log.append.bind(log) },
      readStream: {
        value: (stream: string, options?: { from?: number }) => {
          froms.push(options?.from);
          return log.readStream(stream, options);
        },
      },
    });
    const subject = new CommandProcessor(watched, secret);
    await subject.execute(purchase('a', '1', 5));
    await processor.execute(purchase('a', '2', 5));
    expect(accepted(await subject.execute(purchase('a', '3', 5))).revision).toBe(3);
    expect(froms).toEqual([0, 2]);
  });
});

describe('a stream that ends inside a command', () => {
  /** Leaves the log as a server would that acknowledged an append of which it kept only a part. */
  async function tearOff(command: Command): Promise<void> {
    const tearing = {
      readStream: log.readStream.bind(log),
      append: async ({ events, ...request }: AppendRequest) => {
        await log.append({ ...request, events: events.slice(0, 1) });
        throw new LogUnavailable('timed-out', 'unknown', 'no answer');
      },
    } as unknown as EventLog;
    await expect(new CommandProcessor(tearing, secret).execute(command)).rejects.toThrow('no answer');
  }

  it('is not gone on from: what is torn is named, and nothing else is recorded', async () => {
    await tearOff({ ...purchase('a', '1', 1177), registerUnknown: true });
    const refused = { name: 'StreamDamaged', code: 'torn-command', message: expect.stringContaining('1 of 2 events') };
    await expect(processor.execute({ ...purchase('a', '9', 5), registerUnknown: true })).rejects.toMatchObject(refused);
    expect(await log.readStream(streamOf('a'))).toHaveLength(1);
  });

  it('has the command completed by the very command that was sent', async () => {
    const command: Command = { ...purchase('b', '1', 1177), registerUnknown: true };
    await tearOff(command);
    expect(await processor.execute(command)).toMatchObject({ status: 'accepted', revision: 1 });
    expect((await log.readStream(streamOf('b'))).map(({ metadata }) => [metadata.index, metadata.of])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(await processor.execute(command)).toMatchObject({ status: 'accepted', replayed: true, revision: 1 });
  });
});
