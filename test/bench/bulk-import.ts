import { join } from 'node:path';
import { alternateRounds, median } from './alternate-rounds.js';
import type { Benchmark, Row, Surroundings } from './benchmark.js';
import { cdnowOptions, generatedOptions, type ImportRun, runImport } from './import-run.js';
import { writePurchasesFile } from './purchases-file.js';
import { rawInsertSeconds } from './raw-insert.js';

const MOST_MEMORY_MB = 512;
/** "Flat in the number of rows" means here: four times the rows take at most a quarter more time a row. */
const FLAT = 1.25;

/** Files of purchases through HTTP, validated, decided, durable, while the read models follow. */
export const bulkImport: Benchmark = {
  name: 'bulk-import',
  async run(surroundings) {
    const { cdnow, folder, logs, say } = surroundings;
    const rows: Row[] = [];
    if (cdnow) rows.push((await importOf(surroundings, 'CDNOW master', cdnow, cdnowOptions, 2)).row);

    say('writing files of 250,000 and 1,000,000 rows');
    const quarter = await writePurchasesFile(join(folder, 'quarter.csv'), 250_000, 50_000);
    const million = await writePurchasesFile(join(folder, 'million.csv'), 1_000_000, 200_000);
    say('importing 250,000 rows');
    const small = await importOf(surroundings, '250,000 rows of 50,000 customers', quarter.path, generatedOptions, 1);
    say('importing 1,000,000 rows');
    const large = await importOf(surroundings, '1,000,000 rows of 200,000 customers', million.path, generatedOptions, 1);
    logs.keepMillionRows(large.last);
    return [...rows, small.row, large.row, memoryOf(large.last), flatnessOf(small.last, large.last)];
  },
};

async function importOf(
  surroundings: Surroundings,
  what: string,
  path: string,
  options: Readonly<Record<string, string>>,
  rounds: number,
): Promise<{ row: Row; last: ImportRun }> {
  const { folder, say } = surroundings;
  // The rows of the log are known only after an import; with several rounds this first one is not counted.
  let last = await runImport(surroundings, path, options, { readModels: false });
  const floorRate = () => last.rows / rawInsertSeconds(join(last.data, 'events.db'), folder);
  const samples =
    rounds === 1
      ? { ours: [last.rows / last.importSeconds], floor: [floorRate()] }
      : await alternateRounds(
          rounds,
          async (round) => {
            say(`${what}: round ${round + 1} of ${rounds}`);
            last = await runImport(surroundings, path, options, { readModels: false });
            return last.rows / last.importSeconds;
          },
          async () => floorRate(),
        );
  const ours = median(samples.ours);
  const floor = median(samples.floor);
  const { rows, events, customers } = last;
  return {
    last,
    row: {
      what: `bulk import, ${what}; floor: raw SQLite insert of the same ${events.toLocaleString('en')} events, FULL`,
      unit: 'rows/s',
      ours,
      floor,
      ratio: ours / floor,
      budget: { ratioAtLeast: 0.25 },
      notes: [
        `${rows.toLocaleString('en')} rows, ${customers.toLocaleString('en')} customers in ${(rows / ours).toFixed(1)} s, while the read models followed`,
      ],
      samples,
    },
  };
}

function memoryOf({ peakMemory }: ImportRun): Row {
  const ours = peakMemory ?? Number.NaN;
  return {
    what: 'peak memory of the engine, import of 1,000,000 rows',
    unit: 'MB',
    ours,
    floor: null,
    ratio: null,
    budget: { oursAtMost: MOST_MEMORY_MB },
    notes: [],
    samples: { ours: [ours], floor: [] },
  };
}

function flatnessOf(small: ImportRun, large: ImportRun): Row {
  const ours = large.peakMemory ?? Number.NaN;
  const floor = small.peakMemory ?? Number.NaN;
  return {
    what: 'peak memory of the engine, 1,000,000 rows against 250,000',
    unit: 'MB',
    ours,
    floor,
    ratio: ours / floor,
    budget: { ratioAtMost: FLAT },
    notes: [],
    samples: { ours: [ours], floor: [floor] },
  };
}
