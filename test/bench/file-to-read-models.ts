import { median } from './alternate-rounds.js';
import type { Benchmark } from './benchmark.js';
import { cdnowOptions, type ImportRun, runImport } from './import-run.js';

const ROUNDS = 3;
const MOST_SECONDS = 10;

/** CDNOW master from the file to every read model: how long a newcomer waits. */
export const fileToReadModels: Benchmark = {
  name: 'file-to-read-models',
  async run(surroundings) {
    const { cdnow, say, logs } = surroundings;
    if (!cdnow) return [];
    const runs: ImportRun[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      say(`round ${round + 1} of ${ROUNDS}`);
      runs.push(await runImport(surroundings, cdnow, cdnowOptions, { readModels: true }));
    }
    const last = runs[ROUNDS - 1]!;
    logs.keepCdnow(last);
    const samples = runs.map(({ readModelSeconds }) => readModelSeconds ?? Number.NaN);
    const imports = runs.map(({ importSeconds }) => importSeconds);
    return [
      {
        what: 'CDNOW master, from file to all read models',
        unit: 's',
        ours: median(samples),
        floor: null,
        ratio: null,
        budget: { oursAtMost: MOST_SECONDS },
        notes: [
          `${last.rows.toLocaleString('en')} rows durable after ${median(imports).toFixed(2)} s; peak memory ${Math.round(last.peakMemory ?? Number.NaN)} MB`,
        ],
        samples: { ours: samples, floor: [] },
      },
    ];
  },
};
