import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EngineProcess } from '../engine/engine-process.js';
import { SeededRandom } from '../engine/seeded-random.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { Acknowledgements } from './acknowledgements.js';
import { checkHistory } from './history-check.js';
import { Writers } from './writers.js';

const kills = Number(process.env['TENURE_TEST_KILLS'] ?? 5);
const seed = Number(process.env['TENURE_TEST_SEED'] ?? Date.now() % 1_000_000);
const CLIENTS = 8;

describe(`after ${kills} kills`, () => {
  afterAll(removeTemporaryFolders);

  it(
    'every acknowledged command is there once, none twice, in order, and the read models equal a rebuild',
    async () => {
      const random = new SeededRandom(seed);
      const data = join(temporaryFolder(), 'data');
      const ledger = new Acknowledgements();
      const writers = new Writers(ledger, random, CLIENTS, { newcomers: true });
      const acknowledged: number[] = [];

      for (let kill = 0; kill < kills; kill++) {
        const engine = await EngineProcess.start({ data });
        writers.connect(engine.client);
        await new Promise((resolve) => setTimeout(resolve, random.below(1_000)));
        writers.disconnect();
        await engine.kill();
        acknowledged.push(ledger.acceptedCount);
      }

      const engine = await EngineProcess.start({ data });
      writers.connect(engine.client);
      // On a busy machine few commands succeeded between the kills.
      const reused = () => ledger.sent.some(({ outcome }) => outcome.kind === 'refused' && outcome.code === 'key-reused');
      while (ledger.acceptedCount <= kills * CLIENTS || !reused()) await new Promise((resolve) => setTimeout(resolve, 10));
      await writers.stop();
      const events = (await engine.client.events()).filter(({ type }) => type.startsWith('tenure.customer.'));
      const story = `${kills} kills, seed ${seed}: ${ledger.acceptedCount} of ${ledger.sent.length} commands acknowledged (${acknowledged.join(', ')} by the kills), ${events.length} events`;
      console.info(story);

      expect([story, checkHistory(ledger.sent, events)]).toEqual([story, []]);
      expect([story, ledger.contradictions]).toEqual([story, []]);
      expect([story, ledger.sent.filter(({ outcome }) => outcome.kind === 'unknown')]).toEqual([story, []]);
      expect(await engine.client.check()).toMatchObject({ identical: true });
      expect(await engine.stop()).toBe(0);
      for (const file of ['events.db', 'read-models.db']) {
        const database = new Database(join(data, file));
        expect([file, database.pragma('integrity_check', { simple: true })]).toEqual([file, 'ok']);
        database.close();
      }
    },
    60_000 + kills * 20_000,
  );
});
