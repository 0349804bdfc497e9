import { NOTHING_PUBLISHED, type RelayCheckpoint } from '@tenure/event-feed/kafka';
import { MissingFacts } from './missing-facts.js';

const published: RelayCheckpoint = { ...NOTHING_PUBLISHED, publication: 'first', position: '0007', recordedAt: 7, eventId: 'e' };

/** A log with nothing in it but what was said of its losses. */
const emptied = (restores: object[] = []) => ({
  id: async () => 'log-1',
  at: async () => null,
  head: async () => null,
  readStream: async () => restores as never,
  readAll: async () => [],
  positionAt: async () => null,
});

describe('a log that lacks what was published of it', () => {
  let reads = 0;
  const relay = (checkpoint: RelayCheckpoint) => ({
    read: async () => {
      reads += 1;
      return { checkpoint, holder: null } as never;
    },
  });
  beforeEach(() => {
    reads = 0;
  });

  it('takes no command until the loss is accepted, and is asked no more then', async () => {
    const restores: object[] = [];
    const facts = new MissingFacts(emptied(restores), relay(published));
    await facts.look();
    await expect(facts.refuse()).rejects.toMatchObject({ name: 'LogRefused', code: 'facts-missing', message: expect.stringContaining('--accept-loss') });
    restores.push({ recordedAt: 9, data: { restoredAt: '', backup: null, lost: { position: '0007', recordedAt: 7 } } });
    await facts.refuse();
    const before = reads;
    await facts.refuse();
    expect(reads).toBe(before);
  });

  it('is a log like any other where nothing was published, or where nobody can say what was', async () => {
    for (const state of [relay(NOTHING_PUBLISHED), { read: () => Promise.reject(new Error('MongoDB does not answer.')) }]) {
      const facts = new MissingFacts(emptied(), state);
      expect(await facts.look()).toBeNull();
      await facts.refuse();
    }
  });
});
