import { type Strike, wait } from '../strike.js';

export const failingDisk: Strike = {
  name: 'the disk of the log fails every write for a while',
  async strike({ engine, random }) {
    engine.failDisk();
    await wait(500 + random.below(2_000));
    engine.healDisk();
  },
};
