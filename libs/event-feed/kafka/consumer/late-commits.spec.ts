import { setTimeout as delay } from 'node:timers/promises';
import { LateCommits } from './late-commits.js';

const AFTER_MS = 20;

describe('where a partition stands, told late', () => {
  const told: number[] = [];
  let commit: (offset: number) => Promise<void>;
  let commits: LateCommits;
  afterEach(() => commits.stop());
  beforeEach(() => {
    told.length = 0;
    commit = async (offset) => void told.push(offset);
    commits = new LateCommits(AFTER_MS, (offset) => commit(offset));
  });

  it('is the last of many moves, once', async () => {
    for (const offset of [1, 2, 3]) commits.note(offset);
    expect(told).toEqual([]);
    await delay(3 * AFTER_MS);
    expect(told).toEqual([3]);
    commits.note(4);
    await delay(3 * AFTER_MS);
    expect(told).toEqual([3, 4]);
  });

  it('is not told once the partition has gone', async () => {
    commits.note(1);
    commits.stop();
    await delay(3 * AFTER_MS);
    expect(told).toEqual([]);
  });

  it('is told again when the group could not be told', async () => {
    commit = async () => {
      throw new Error('no coordinator');
    };
    commits.note(1);
    await delay(3 * AFTER_MS);
    expect(commits.trouble).toBe('no coordinator');
    commit = async (offset) => void told.push(offset);
    await delay(3 * AFTER_MS);
    expect([told, commits.trouble]).toEqual([[1], null]);
  });
});
