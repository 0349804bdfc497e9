import { installVirtualTime, removeVirtualTime } from './kernel/virtual-time.js';

// The code under test is loaded after its timers have been replaced.
const { Company } = await import('./company.js');
const { simulate } = await import('./simulation.js');
const { UnmetSituations } = await import('./situations.js');

const only = process.env['TENURE_TEST_SEED'];
const seeds = Number(process.env['TENURE_TEST_SEEDS'] ?? 100);
/** With this many seeds every situation has occurred. */
const ENOUGH_SEEDS = 100;
const PER_TEST = 20;
const SHOWN_STEPS = 150;

describe('log, relay, topic, projectors, read models and readers', () => {
  const unmet = new UnmetSituations();
  beforeAll(installVirtualTime);
  afterAll(removeVirtualTime);

  async function run(seed: number, shown: number): Promise<void> {
    const company = new Company(seed);
    const { trace } = company.world;
    try {
      await simulate(company);
    } catch (error) {
      const story = [`TENURE_TEST_SEED=${seed} repeats this, with all its steps.`, JSON.stringify(company.options), ...trace.slice(-shown)];
      throw new Error(`${(error as Error).message}\n${story.join('\n')}`);
    }
    unmet.met(trace);
  }

  if (only !== undefined) {
    it(`keep their promises with TENURE_TEST_SEED=${only}`, () => run(Number(only), Infinity), 60_000);
    return;
  }
  for (let first = 1; first <= seeds; first += PER_TEST) {
    const last = Math.min(seeds, first + PER_TEST - 1);
    it(`keep their promises with the seeds ${first} to ${last}`, async () => {
      for (let seed = first; seed <= last; seed++) await run(seed, SHOWN_STEPS);
    }, 120_000);
  }
  const ifEnough = seeds >= ENOUGH_SEEDS ? it : it.skip;
  ifEnough('have been through everything that can happen to them', () => expect(unmet.names).toEqual([]));
});
