import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret } from '@tenure/log-secret';
import { integer, record } from '@tenure/shape/schema';
import { DeclaredCommands, decidedKind, declaredCommand, StreamKinds } from './index.js';

class PourWater {
  glass!: string;
  millilitres!: number;
  /** The waiter's code: it has nothing to do with a refusal. */
  code?: string;
}

const pourWater = declaredCommand<number, PourWater>({
  shape: PourWater,
  summary: 'Pour water into a glass',
  senders: ['operator'],
  inOneForm: (body) => (body.millilitres > 0 ? { body } : { rejection: { code: 'nothing-poured', detail: 'Pour something.', pointer: '/millilitres' } }),
  decide(full, { millilitres }) {
    if (full + millilitres > 300) return { code: 'glass-full', detail: `There is room for ${300 - full} ml.`, pointer: '/millilitres' };
    if (millilitres === 13) return [];
    return [{ type: millilitres === 17 ? 'WineServed' : 'WaterPoured', data: { millilitres } }];
  },
});

const glasses = decidedKind({
  name: 'glass',
  plural: 'glasses',
  prefix: 'glass-',
  idField: 'glass',
  eventSchemas: { WaterPoured: record({ millilitres: integer }) },
  readers: ['auditor'],
  fold: { initial: () => 0, evolve: (full: number, { data }) => full + (data as PourWater).millilitres },
  commands: [pourWater],
});

describe('a command that a kind of stream declares', () => {
  let folder: string;
  let log: SqliteEventLog;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-streams-'));
    log = await SqliteEventLog.open(join(folder, 'events.db'));
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true });
  });

  const send = (millilitres: number, { id = `${millilitres} ml`, glass = 'left', kinds = new StreamKinds([glasses]), more = {} } = {}) =>
    new DeclaredCommands({ log, positions: log, secret: givenSecret('the secret of the logs of this spec'), kinds }).execute({
      name: 'PourWater',
      data: { glass, millilitres, ...more },
      id,
      actor: 'key:a',
      correlationId: 'round 1',
    });

  it('is decided by the stream that its body names, and recorded there', async () => {
    expect(await send(200)).toMatchObject({ status: 'recorded', revision: 0, events: [{ type: 'WaterPoured' }] });
    expect(await send(200, { id: 'more' })).toMatchObject({ status: 'rejected', rejection: { detail: 'There is room for 100 ml.' } });
    expect(await send(200, { glass: 'right' })).toMatchObject({ status: 'recorded', replayed: false, revision: 0 });
    expect(await log.readStream('glass-left')).toMatchObject([{ data: { millilitres: 200 }, metadata: { actor: 'key:a', correlationId: 'round 1' } }]);
  });

  it('is refused before anything is read, where its body asks for nothing that could be', async () => {
    expect(await send(-1)).toMatchObject({ status: 'rejected', rejection: { code: 'nothing-poured' } });
  });

  it('may have a field named as one of a refusal, brought into one form or not', async () => {
    const asItIs = { ...glasses, commands: [{ ...pourWater, inOneForm: undefined }] };
    for (const [at, kind] of [glasses, asItIs].entries()) {
      const more = { code: 'W-7' };
      expect(await send(1, { id: `with ${at}`, kinds: new StreamKinds([kind]), more })).toMatchObject({ status: 'recorded' });
    }
  });

  it('is sent to ids that there are, where the kind names them', async () => {
    const named = { ...glasses, ids: ['left'] };
    const kinds = new StreamKinds([named]);
    expect(await send(1, { glass: 'right', kinds })).toEqual({ status: 'unknown-stream', detail: 'There is no glass "right". There are: left.' });
    expect(await send(1, { kinds })).toMatchObject({ status: 'recorded' });
  });

  it('records nothing that its kind does not declare, and never nothing at all', async () => {
    await expect(send(17)).rejects.toThrow('PourWater has decided on WineServed, which is no event type of kind glass.');
    await expect(send(13)).rejects.toThrow('no event');
    expect(await log.readStream('glass-left')).toEqual([]);
  });
});
