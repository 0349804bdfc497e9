import type { Strike } from '../strike.js';

export const powerCut: Strike = {
  name: 'the engine is killed',
  async strike({ engine }) {
    await engine.kill();
    await engine.start();
  },
};
