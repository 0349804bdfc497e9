import { hash } from 'node:crypto';
import { canonicalJson, givenSecret } from '@tenure/log-secret';
import type { Command } from './command.js';
import { CommandProcessor } from './command-processor.js';
import { MemoryLog, MemorySnapshots } from './testing/memory-log.js';

const secret = givenSecret('the secret of the logs of this spec');
const STREAM = 'customer-CASH';
const EVENTS = 5_000;

const purchase = (orderId: string, minor = 100, id = `c-${orderId}`): Command => ({
  name: 'RecordPurchase',
  customerId: 'CASH',
  id,
  data: { customerId: 'CASH', orderId, amount: { minor, currency: 'EUR' } },
  actor: 'spec',
  registerUnknown: true,
});

let log: MemoryLog;
let snapshots: MemorySnapshots;
const processor = (others = {}) => new CommandProcessor(log, secret, { snapshots, ...others });

/** How many events of the log were read for it, and its answer. */
async function readFor<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; read: number }> {
  const before = log.eventsRead;
  const answer = await work();
  return { answer, read: log.eventsRead - before };
}

beforeEach(async () => {
  log = new MemoryLog();
  snapshots = new MemorySnapshots();
  const first = processor();
  for (let at = 0; at < EVENTS; at += 250) await first.executeMany(Array.from({ length: 250 }, (_, i) => purchase(`A-${at + i}`)));
});

describe('a customer with a long history', () => {
  it('is decided on after a restart with what lies behind the snapshot, and then without reading', async () => {
    const restarted = processor();
    expect((await readFor(() => restarted.execute(purchase('B-1')))).read).toBeLessThan(2_000);
    const { answer, read } = await readFor(() => restarted.execute(purchase('B-2')));
    expect(answer).toMatchObject({ status: 'accepted', replayed: false, revision: EVENTS + 2 });
    expect(read).toBe(0);
  });

  it('knows its first commands: what they recorded, and whether they were others', async () => {
    const { position } = log.of('CASH')[8]!;
    const restarted = processor();
    await restarted.execute(purchase('B-1'));
    const { answer, read } = await readFor(() => restarted.execute(purchase('A-7')));
    expect(answer).toMatchObject({ status: 'accepted', replayed: true, revision: 8, position, events: [{ revision: 8, type: 'PurchaseRecorded' }] });
    expect(read).toBe(1);
    expect(await restarted.execute(purchase('A-7', 101))).toMatchObject({ status: 'key-reused' });
    expect(await restarted.execute(purchase('A-7', 100, 'another'))).toMatchObject({ status: 'rejected', rejection: { code: 'order-id-used' } });
    const whole = { ...purchase('A-0'), registerUnknown: true };
    expect(await restarted.execute(whole)).toMatchObject({ replayed: true, events: [{ type: 'CustomerRegistered' }, { type: 'PurchaseRecorded' }] });
  });

  it('takes no name for another that looks like it', async () => {
    // The two names have the same print.
    await processor().execute(purchase('A-24047', 100));
    const restarted = processor();
    const back: Command = {
      ...purchase('', 0, 'r-1'),
      name: 'RecordReturn',
      data: { customerId: 'CASH', orderId: 'A-49678', amount: { minor: 1, currency: 'EUR' } },
    };
    expect(await restarted.execute(back)).toMatchObject({ rejection: { code: 'order-unknown' } });
    expect(await restarted.execute(purchase('A-49678', 7))).toMatchObject({ status: 'accepted', replayed: false });
    expect(await restarted.execute(purchase('A-24047', 7, 'x'))).toMatchObject({ rejection: { code: 'order-id-used' } });
  });

  it('keeps few of its names at hand, however many commands come: what was asked for long ago is read again', async () => {
    const kept = processor({ mostAtHand: 10 });
    await kept.execute(purchase('A-7'));
    expect((await readFor(() => kept.execute(purchase('A-7')))).read).toBe(0);
    for (let n = 0; n < 10; n++) await kept.execute(purchase(`C-${n}`));
    expect((await readFor(() => kept.execute(purchase('A-7')))).read).toBe(1);
  });

  it('is decided on with all that a command names, also after a read of it has failed', async () => {
    const restarted = processor();
    await restarted.execute(purchase('B-1'));
    for (const again of [purchase('A-7'), purchase('A-7', 5, 'another')]) {
      log.failNextRead = new Error('the log is away');
      await expect(restarted.execute(again)).rejects.toThrow('the log is away');
    }
    expect(await restarted.execute(purchase('A-7'))).toMatchObject({ status: 'accepted', replayed: true, revision: 8 });
    expect(await restarted.execute(purchase('A-7', 5, 'another'))).toMatchObject({ rejection: { code: 'order-id-used' } });
  });

  it('is loaded by its snapshot also where it was taken for a new one', async () => {
    const among = processor();
    for (let n = 0; n < 70; n++)
      await among.execute({ ...purchase(`N-${n}`), customerId: `new-${n}`, data: { ...purchase(`N-${n}`).data, customerId: `new-${n}` } });
    const { answer, read } = await readFor(() => among.execute(purchase('B-1')));
    expect(answer).toMatchObject({ status: 'accepted', revision: EVENTS + 1 });
    expect(read).toBeLessThan(2_000);
  });

  it('is not read again from its beginning after another engine has written', async () => {
    const [one, other] = [processor(), processor()];
    await one.execute(purchase('B-1'));
    await other.execute(purchase('B-2'));
    const { answer, read } = await readFor(() => one.execute(purchase('B-3')));
    expect(answer).toMatchObject({ status: 'accepted', revision: EVENTS + 3 });
    expect(read).toBe(1);
    expect(await one.execute(purchase('B-2'))).toMatchObject({ replayed: true });
  });

  it('lets others go on while its history is read', async () => {
    snapshots.parts.clear();
    let turns = 0;
    const count = () => {
      turns += 1;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    await processor().execute(purchase('B-1'));
    clearImmediate(counting);
    expect(turns).toBeGreaterThanOrEqual(EVENTS / 100);
  });
});

it('records at hand are weighed as they grow: those of customers not heard of for long are let go', async () => {
  const own = new MemoryLog();
  const few = new CommandProcessor(own, secret, { cachedEvents: 100 });
  const of = (customerId: string, n: number): Command => {
    const made = purchase(`${customerId}-${n}`);
    return { ...made, customerId, data: { ...made.data, customerId } };
  };
  for (let n = 0; n < 30; n++) for (const customerId of ['a', 'b', 'c', 'd', 'e']) await few.execute(of(customerId, n));
  own.eventsRead = 0;
  for (const customerId of ['a', 'b', 'c', 'd', 'e']) await few.execute(of(customerId, 99));
  expect(own.eventsRead).toBeGreaterThan(3 * 31);
});

describe('a snapshot', () => {
  const parts = () => snapshots.parts.get(STREAM)!;
  type Kept = Record<'stream' | 'version' | 'names' | 'checksum', string>;
  const changeAll = (edit: (kept: Kept) => Kept) => {
    for (const [at, part] of parts().entries()) parts()[at] = JSON.stringify(edit(JSON.parse(part)));
  };
  /** A snapshot with wrong names: a record that trusts it takes recorded commands for new ones. */
  const misled = (kept: Kept): Kept => ({ ...kept, names: Buffer.from(kept.names, 'base64').fill(7, 2_000).toString('base64') });
  const sealed = ({ names, checksum: _, ...head }: Kept): Kept =>
    ({ ...head, names, checksum: hash('sha256', canonicalJson(head) + names, 'base64url') }) as Kept;
  const decidesRightly = async () => {
    const restarted = processor();
    expect(await restarted.execute(purchase('A-7'))).toMatchObject({ replayed: true, revision: 8 });
    expect(await restarted.execute(purchase('A-4900', 5, 'other'))).toMatchObject({ rejection: { code: 'order-id-used' } });
    expect(await restarted.execute(purchase('B-1'))).toMatchObject({ status: 'accepted', revision: EVENTS + 1 });
  };

  it('is taken every thousand events, of these only', () => {
    expect(parts().length).toBeGreaterThanOrEqual(4);
    expect(parts().length).toBeLessThanOrEqual(6);
    for (const part of parts()) expect(part.length).toBeLessThan(20_000);
  });

  it.each<[string, () => void]>([
    ['is lost', () => snapshots.parts.clear()],
    ['has lost its first part', () => parts().shift()],
    ['has lost a part in the middle', () => parts().splice(2, 1)],
    [
      'has a part that is something else',
      () => {
        parts()[1] = 'null';
      },
    ],
    ['is damaged', () => changeAll(misled)],
    ['is of another version of the program', () => changeAll((kept) => sealed({ ...misled(kept), version: 'other' }))],
    ['is of another customer', () => changeAll((kept) => sealed({ ...misled(kept), stream: 'customer-X' }))],
    ['was taken twice', () => parts().push(...parts().slice(1))],
  ])('that %s is made good from the log, for the next time', async (_, damage) => {
    damage();
    await decidesRightly();
    const { read } = await readFor(() => processor().execute(purchase('B-2')));
    expect(read).toBeLessThan(2_000);
  });

  it('of a log that was restored, and written to again, is not believed', async () => {
    const events = log.streams.get(STREAM)!;
    // An earlier state, after which the same commands follow in another order.
    log.streams.set(STREAM, events.slice(0, 1_500));
    const again = new CommandProcessor(log, secret);
    await again.execute(purchase('Z-1'));
    for (let at = 1_499; at < 4_999; at += 500) await again.executeMany(Array.from({ length: Math.min(500, 4_999 - at) }, (_, i) => purchase(`A-${at + i}`)));
    expect(log.of('CASH')).toHaveLength(EVENTS + 1);
    expect(await processor().execute(purchase('Z-1'))).toMatchObject({ replayed: true });
    expect(await processor().execute(purchase('Z-1', 5, 'z'))).toMatchObject({ rejection: { code: 'order-id-used' } });
    expect((await readFor(() => processor().execute(purchase('B-2')))).read).toBeLessThan(2_000);
  });

  it('of a log in which the same events lie in another order is not believed', async () => {
    const events = log.streams.get(STREAM)!;
    const last = processor();
    await last.execute(purchase('B-1'));
    log.streams.set(STREAM, events.slice(0, 1_500));
    const again = new CommandProcessor(log, secret);
    const rest = Array.from({ length: EVENTS - 1_499 }, (_, i) => purchase(`A-${1_499 + i}`));
    [rest[0], rest[1]] = [rest[1]!, rest[0]!];
    for (let at = 0; at < rest.length; at += 500) await again.executeMany(rest.slice(at, at + 500));
    expect(await processor().execute(purchase('A-1500'))).toMatchObject({ replayed: true, revision: 1_500 });
    expect(await processor().execute(purchase('A-1499'))).toMatchObject({ replayed: true, revision: 1_501 });
  });

  it('of a log that is shorter now is not believed', async () => {
    log.streams.set(STREAM, log.streams.get(STREAM)!.slice(0, 3_000));
    expect(await processor().execute(purchase('A-4000'))).toMatchObject({ status: 'accepted', replayed: false, revision: 3_000 });
  });
});
