import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret, isPayloadOf } from '@tenure/log-secret';
import { FoldedStream, StreamCommands } from './index.js';

const secret = givenSecret('the secret of the logs of this spec');
const sum = { initial: () => 0, evolve: (total: number, { data }: RecordedEvent) => total + (data as { n: number }).n };
const add = (n: number) => () => [{ type: 'Added', data: { n } }];
const command = (id: string, n: number) => ({ name: 'Add', id, body: { n }, actor: 'key:a' });

describe('a command on a stream', () => {
  let folder: string;
  let log: SqliteEventLog;
  let commands: StreamCommands;
  const stream = () => new FoldedStream('sums', sum, log);
  const recorded = () => log.readStream('sums');

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-streams-'));
    log = await SqliteEventLog.open(join(folder, 'events.db'));
    commands = new StreamCommands({ log, secret, now: () => 7 });
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true });
  });

  it('is decided on all that the stream says, and recorded with who asked for what', async () => {
    await commands.execute(stream(), command('first', 2), add(2));
    const outcome = await commands.execute(stream(), command('second', 3), (total) => [
      { type: 'Added', data: { n: 3 } },
      { type: 'Added', data: { n: total }, occurredAt: 5 },
    ]);
    expect(outcome).toMatchObject({ status: 'recorded', replayed: false, commandId: 'second', revision: 2, data: [{ n: 3 }, { n: 2 }] });
    const [, ...events] = await recorded();
    expect(events).toMatchObject([
      { type: 'Added', version: 1, occurredAt: 7, metadata: { commandId: 'second', index: 0, of: 2, actor: 'key:a' } },
      { occurredAt: 5, metadata: { commandId: 'second', index: 1, of: 2 } },
    ]);
    const keyed = await secret.keyed();
    expect(events.every(({ metadata }) => isPayloadOf(metadata.payloadHash, keyed, 'Add', { n: 3 }))).toBe(true);
  });

  it('has one effect however often it is sent, and the outcome of the first time', async () => {
    const twoEvents = () => [...add(2)(), ...add(0)()];
    const first = await commands.execute(stream(), command('once', 2), twoEvents);
    await commands.execute(stream(), command('other', 1), add(1));
    const again = await commands.execute(stream(), command('once', 2), () => {
      throw new Error('it is decided already');
    });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await recorded()).toHaveLength(3);
  });

  it('is refused under the id of another one', async () => {
    await commands.execute(stream(), command('taken', 2), add(2));
    expect(await commands.execute(stream(), command('taken', 3), add(3))).toMatchObject({ status: 'key-reused', detail: expect.stringContaining('"taken"') });
    expect(await recorded()).toHaveLength(1);
  });

  it('that has nothing to say records nothing, and one that is refused neither', async () => {
    expect(await commands.execute(stream(), command('idle', 0), () => [])).toEqual({ status: 'nothing-to-do' });
    const refusing = commands.execute(stream(), command('bad', 0), () => {
      throw new Error('no');
    });
    await expect(refusing).rejects.toThrow('no');
    expect(await recorded()).toEqual([]);
  });

  it('that a rule refuses records nothing, and says why', async () => {
    const rejection = { code: 'too-much', detail: 'It is too much.', pointer: '/n' };
    expect(await commands.execute(stream(), command('much', 99), () => rejection)).toEqual({ status: 'rejected', rejection });
    expect(await recorded()).toEqual([]);
  });

  it('that insists on a revision is carried out at no other, and answered again at any', async () => {
    const at = (expectedRevision: number) => ({ ...command(`at ${expectedRevision}`, 1), expectedRevision });
    expect(await commands.execute(stream(), at(0), add(1))).toEqual({ status: 'revision-mismatch', actual: null });
    await commands.execute(stream(), command('first', 1), add(1));
    expect(await commands.execute(stream(), at(7), add(1))).toEqual({ status: 'revision-mismatch', actual: 0 });
    expect(await commands.execute(stream(), at(0), add(1))).toMatchObject({ status: 'recorded', replayed: false, revision: 1 });
    expect(await commands.execute(stream(), at(0), add(1))).toMatchObject({ status: 'recorded', replayed: true, revision: 1 });
  });

  it('is decided again on what was recorded meanwhile', async () => {
    let met = false;
    const seen: number[] = [];
    const outcome = await commands.execute(stream(), command('mine', 1), async (total) => {
      seen.push(total);
      if (!met) await commands.execute(stream(), command('theirs', 5), add(5));
      met = true;
      return [{ type: 'Added', data: { n: 1 } }];
    });
    expect([seen, outcome]).toEqual([[0, 5], expect.objectContaining({ status: 'recorded', revision: 1 })]);
  });

  it('that others are always faster than ends with nothing recorded, and may be sent again', async () => {
    let others = 0;
    const beaten = commands.execute(stream(), command('mine', 1), async () => {
      others += 1;
      await commands.execute(stream(), command(`theirs-${others}`, 5), add(5));
      return [{ type: 'Added', data: { n: 1 } }];
    });
    await expect(beaten).rejects.toMatchObject({ name: 'LogUnavailable', outcome: 'not-appended', message: expect.stringContaining('same key') });
    expect((await recorded()).every(({ metadata }) => metadata.commandId !== 'mine')).toBe(true);
    expect(await commands.execute(stream(), command('mine', 1), add(1))).toMatchObject({ status: 'recorded', replayed: false });
  });

  it('that two send at once is recorded once', async () => {
    const kept = stream();
    const outcomes = await Promise.all([1, 2, 3].map(() => commands.execute(kept, command('same', 2), add(2))));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(await recorded()).toHaveLength(1);
    await kept.catchUp();
    expect([kept.state, kept.revision]).toEqual([2, 0]);
  });
});
