import { type Strike, wait } from '../strike.js';

export const jumpingClock: Strike = {
  name: 'the wall clock jumps, and comes back',
  async strike({ engine, random }) {
    engine.setClockOff(random.pick([-86_400_000, -60_000, 60_000, 3_600_000, 20 * 365 * 86_400_000]));
    await wait(1_000 + random.below(2_000));
    engine.setClockOff(0);
  },
};
