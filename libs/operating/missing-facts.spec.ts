import { setTimeout as delay } from 'node:timers/promises';
import { NOTHING_PUBLISHED, type RelayCheckpoint } from '@tenure/event-feed';
import { MissingFacts } from './missing-facts.js';

const published: RelayCheckpoint = { ...NOTHING_PUBLISHED, publication: 'first', position: '0007', recordedAt: 7, eventId: 'e' };
const refusal = { name: 'LogRefused', code: 'facts-missing', message: expect.stringContaining('--accept-loss') };

/** A log with nothing in it but the record of its losses. */
const emptied = (restores: object[] = []) => ({
  id: async () => 'log-1',
  at: async () => null,
  head: async () => null,
  readStream: async () => restores as never,
  readAll: async () => [],
  positionAt: async () => null,
});

/** The relays' state on MongoDB: its answers can be changed, and its calls are counted. */
function relay(answers: () => Promise<RelayCheckpoint>) {
  const state = {
    answers,
    reads: 0,
    read: async () => {
      state.reads += 1;
      return { checkpoint: await state.answers(), holder: null } as never;
    },
  };
  return state;
}
const away = async () => {
  throw new Error('MongoDB does not answer.');
};
const never = () => new Promise<never>(() => undefined);

/** Elapsed milliseconds, and the result. */
async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const begun = performance.now();
  const result = await work();
  return [performance.now() - begun, result];
}

describe('a log that lacks what was published of it', () => {
  it('takes no command until the loss is accepted, and is asked no more then', async () => {
    const restores: object[] = [];
    const state = relay(async () => published);
    const facts = new MissingFacts(emptied(restores), state);
    await facts.look();
    await expect(facts.refuse()).rejects.toMatchObject(refusal);
    restores.push({ recordedAt: 9, data: { restoredAt: '', backup: null, lost: { position: '0007', recordedAt: 7 } } });
    await facts.refuse();
    const before = state.reads;
    await facts.refuse();
    expect(state.reads).toBe(before);
  });

  it('is not appended to by whoever else records something', async () => {
    const appended: object[] = [];
    const log = { append: async (request: object) => appended.push(request) as never, readStream: async () => [] };
    const facts = new MissingFacts(
      emptied(),
      relay(async () => published),
    );
    await facts.look();
    const request = { stream: 'model-bg-nbd', expected: 'no-stream', events: [] } as const;
    await expect(facts.guarding(log).append(request)).rejects.toMatchObject(refusal);
    const sound = new MissingFacts(
      emptied(),
      relay(async () => NOTHING_PUBLISHED),
    );
    await sound.look();
    await sound.guarding(log).append(request);
    expect(appended).toEqual([request]);
  });

  it('is not appended to beside commands before MongoDB has been asked for a second', async () => {
    const appended: object[] = [];
    const log = { append: async (request: object) => appended.push(request) as never, readStream: async () => [] };
    const request = { stream: 'access-a', expected: 'no-stream', events: [] } as const;
    const slowly = async () => delay(50, published);
    await expect(new MissingFacts(emptied(), relay(slowly)).guarding(log).append(request)).rejects.toMatchObject(refusal);
    expect(appended).toEqual([]);
    const [took] = await timed(() => new MissingFacts(emptied(), relay(never)).guarding(log).append(request));
    expect(took).toBeGreaterThan(900);
    expect(appended).toEqual([request]);
  });

  it('is a log like any other where nothing was published, or where nobody can say what was', async () => {
    for (const answers of [async () => NOTHING_PUBLISHED, away]) {
      const facts = new MissingFacts(emptied(), relay(answers));
      expect(await facts.look()).toBeNull();
      await facts.refuse();
    }
  });

  it('is refused still when MongoDB fails, or does not answer, after it has said so', async () => {
    const state = relay(async () => published);
    const facts = new MissingFacts(emptied(), state);
    await facts.look();
    for (const answers of [away, never]) {
      state.answers = answers;
      expect(await facts.look()).toMatchObject(refusal);
      await expect(facts.refuse()).rejects.toMatchObject(refusal);
    }
  });

  it('is refused once MongoDB answers again, by commands alone, which ask once a second', async () => {
    const state = relay(away);
    const facts = new MissingFacts(emptied(), state);
    await facts.look();
    state.answers = async () => published;
    for (let n = 0; n < 10; n++) await facts.refuse();
    expect(state.reads).toBe(1);
    await delay(1_010);
    await facts.refuse();
    await delay(10);
    await expect(facts.refuse()).rejects.toMatchObject(refusal);
  });

  it('is refused once MongoDB has answered, however late; no command waits for it, and one question is under way at most', async () => {
    let answer: (checkpoint: RelayCheckpoint) => void = () => undefined;
    const late = new Promise<RelayCheckpoint>((resolve) => {
      answer = resolve;
    });
    const state = relay(() => late);
    const facts = new MissingFacts(emptied(), state);
    const [ms] = await timed(() => facts.refuse());
    expect(ms).toBeLessThan(500);
    await delay(1_010);
    await facts.refuse();
    expect(state.reads).toBe(1);
    answer(published);
    await delay(10);
    await expect(facts.refuse()).rejects.toMatchObject(refusal);
  });

  it('costs whoever looks a second at most when MongoDB does not answer, and all of them one question', async () => {
    const state = relay(never);
    const facts = new MissingFacts(emptied(), state);
    const [ms, found] = await timed(() => Promise.all([facts.look(), facts.look()]));
    expect(found).toEqual([null, null]);
    expect(ms).toBeGreaterThan(900);
    expect(ms).toBeLessThan(2_000);
    expect(state.reads).toBe(1);
  });
});
