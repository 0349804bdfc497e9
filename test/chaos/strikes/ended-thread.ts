import { type Strike, wait } from '../strike.js';

export const endedThread: Strike = {
  name: 'threads end, as those do that run out of memory',
  async strike({ engine, random }) {
    for (let n = 1 + random.below(3); n > 0 && engine.isRunning(); n--) {
      engine.endThread(random.below(100));
      await wait(random.below(1_000));
    }
  },
};
