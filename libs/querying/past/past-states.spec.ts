import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLogReader } from '@tenure/event-log';
import { customerStreams, type Projection } from '@tenure/projecting';
import type { ReadModel } from '../read-model.js';
import { sweepPast } from '../sweep-past.js';
import { PastStates } from './past-states.js';

const projection: Projection = {
  name: 'nothing',
  version: 1,
  of: customerStreams,
  reads: 'all',
  initial: () => null,
  evolve: (document) => document,
  contributions: () => [],
};
const readModels = [{ projection, queries: [] }] as unknown as ReadModel[];
const never = new AbortController().signal;
const at = (position: string) => ({ position, recordedAt: 0 });
async function* fails(error: Error): AsyncGenerator<never> {
  yield* [];
  throw error;
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('states of the past', () => {
  let scratch: string;
  let states: PastStates;
  /** One pass over the log for each build, held until the spec lets it continue. */
  let passes: { readonly upTo: string; readonly goOn: () => void }[];
  const log = {
    readStream: async () => [],
    async *readStreams({ upTo }: { upTo: string }) {
      await new Promise<void>((goOn) => passes.push({ upTo, goOn }));
      yield* [];
    },
  } as unknown as EventLogReader;
  const folders = () => readdirSync(scratch).length;

  beforeEach(() => {
    passes = [];
    scratch = mkdtempSync(join(tmpdir(), 'tenure-past-'));
    states = new PastStates({ readModels, log, scratch, megabytes: 10 });
  });
  afterEach(async () => {
    for (const { goOn } of passes) goOn();
    await states.close();
    expect(folders()).toBe(0);
    rmSync(scratch, { recursive: true });
  });

  it('are built once for all who ask for a position', async () => {
    const asked = [states.at(at('5'), never), states.at(at('5'), never)];
    await turn();
    expect(passes.map(({ upTo }) => upTo)).toEqual(['5']);
    passes[0]!.goOn();
    const [one, other] = await Promise.all(asked);
    expect(one!.state).toBe(other!.state);
    await Promise.all([one!.leave(), other!.leave()]);
    await (await states.at(at('5'), never)).leave();
    expect(passes).toHaveLength(1);
  });

  it('are built two at once', async () => {
    const asked = ['1', '2', '3'].map((position) => states.at(at(position), never));
    await turn();
    expect(passes.map(({ upTo }) => upTo)).toEqual(['1', '2']);
    passes[1]!.goOn();
    await asked[1];
    await turn();
    expect(passes.map(({ upTo }) => upTo)).toEqual(['1', '2', '3']);
    for (const { goOn } of passes) goOn();
    for (const { leave } of await Promise.all(asked)) await leave();
  });

  it('are given up with the last who waits for them, and not before', async () => {
    const [gone, alsoGone] = [new AbortController(), new AbortController()];
    const asked = [gone, alsoGone].map(({ signal }) => states.at(at('5'), signal));
    await turn();
    gone.abort(new Error('gone'));
    await expect(asked[0]).rejects.toThrow('gone');
    expect(folders()).toBe(1);
    alsoGone.abort(new Error('gone'));
    await expect(asked[1]).rejects.toThrow('gone');
    const again = states.at(at('5'), never);
    await turn();
    for (const { goOn } of passes) goOn();
    await (await again).leave();
    await turn();
    expect(passes).toHaveLength(2);
    expect(folders()).toBe(1);
  });

  it('stay while they are used, however many others are asked for; two are kept', async () => {
    const inUse: { leave(): Promise<void> }[] = [];
    for (const position of ['1', '2', '3', '4']) {
      const asked = states.at(at(position), never);
      await turn();
      passes.at(-1)!.goOn();
      inUse.push(await asked);
    }
    expect(folders()).toBe(4);
    for (const { leave } of inUse) await leave();
    expect(folders()).toBe(2);
  });

  it('are built once, the two asked for last, when asked for in turn', async () => {
    for (const position of ['1', '2', '1', '2', '3', '2', '3']) {
      const asked = states.at(at(position), never);
      await turn();
      passes.at(-1)!.goOn();
      await (await asked).leave();
    }
    expect(passes.map(({ upTo }) => upTo)).toEqual(['1', '2', '3']);
  });

  it('are refused where they would take more of the disk than they may', async () => {
    const busy = new PastStates({ readModels, log, scratch, megabytes: 0 });
    const asked = busy.at(at('5'), never);
    await turn();
    passes[0]!.goOn();
    await expect(asked).rejects.toMatchObject({ code: 'no-room-for-the-past', message: expect.stringContaining('TENURE_PAST_MEGABYTES') });
    expect(folders()).toBe(0);
    await busy.close();
  });

  it('are refused where the disk is full, with the remedy', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const onFullDisk = { ...log, readStreams: () => fails(full) } as unknown as EventLogReader;
    const filled = new PastStates({ readModels, log: onFullDisk, scratch, megabytes: 10 });
    await expect(filled.at(at('5'), never)).rejects.toMatchObject({
      code: 'no-room-for-the-past',
      message: expect.stringMatching(/^The disk is full: .*Make room/),
    });
    await filled.close();
  });

  it('that a thread left behind are swept, and nothing else', () => {
    for (const name of ['past-abc', 'import-1']) {
      mkdirSync(join(scratch, name));
      writeFileSync(join(scratch, name, 'file'), '');
    }
    sweepPast(scratch);
    expect(readdirSync(scratch)).toEqual(['import-1']);
    rmSync(join(scratch, 'import-1'), { recursive: true });
    expect(existsSync(scratch)).toBe(true);
  });
});
