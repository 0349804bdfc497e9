import { SeededRandom } from '../engine/seeded-random.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { Company } from './company.js';
import { brokenLaws } from './laws.js';
import { wait } from './strike.js';
import { strikes } from './strikes/index.js';

const seconds = Number(process.env['TENURE_TEST_CHAOS'] ?? 60);
const seed = Number(process.env['TENURE_TEST_SEED'] ?? Date.now() % 1_000_000);
/** Only strikes whose name contains this. */
const chosen = strikes.filter(({ name }) => name.includes(process.env['TENURE_TEST_STRIKE'] ?? ''));
/** Between two strikes the company works; a strike begins in the middle of that. */
const WORK_MS = 500;
const LONGEST_STRIKE_MS = 60_000;
const LOOP_LAG_MS = 100;
const LONG_S = 300;
/** If the reference lags longer than this at the 99th percentile, the machine is busy with something else, and the engine's lag says nothing of the engine. */
const QUIET_MS = 25;

describe(`in ${seconds} seconds of trouble`, () => {
  let begun: Company | null = null;
  afterAll(async () => {
    await begun?.abandon();
    removeTemporaryFolders();
  });

  it(
    'after every strike the laws hold',
    async () => {
      const random = new SeededRandom(seed);
      const company = new Company(temporaryFolder(), random);
      begun = company;
      const told: string[] = [`TENURE_TEST_CHAOS=${seconds} TENURE_TEST_SEED=${seed}`];
      await company.work();
      const until = Date.now() + seconds * 1_000;
      while (Date.now() < until) {
        for (const strike of random.shuffled(chosen)) {
          told.push(strike.name);
          await company.work();
          await wait(WORK_MS);
          await company.within(LONGEST_STRIKE_MS, told.join('\n'), () => strike.strike(company));
          expect([told, await company.within(LONGEST_STRIKE_MS, `Looking after the laws: ${told.join('\n')}`, () => brokenLaws(company))]).toEqual([told, []]);
          if (Date.now() >= until) break;
        }
      }
      const lags = company.loopLags.map(
        ({ p99, max, reference }, at) =>
          `\n${Math.round(p99)} ms, at most ${Math.round(max)} ms, the reference for ${Math.round(reference)} ms: ${told[at + 1]}`,
      );
      console.info(
        `${told.length - 1} strikes, seed ${seed}: ${company.ledger.acceptedCount} commands acknowledged, ${company.engine.peakMemory()} bytes at most. ` +
          `The event loop was held up, at the 99th percentile, for${lags.join('')}`,
      );
      const judged = company.loopLags.filter(({ reference }) => reference < QUIET_MS);
      expect(judged.filter(({ p99 }) => p99 >= LOOP_LAG_MS)).toEqual([]);
      // A run of minutes in which the machine was never quiet has proved nothing.
      if (seconds >= LONG_S) expect(judged.length).toBeGreaterThan(0);
      expect(await company.within(LONGEST_STRIKE_MS, 'Stopping', () => company.close())).toBe(0);
    },
    seconds * 1_000 + 4 * LONGEST_STRIKE_MS,
  );
});
