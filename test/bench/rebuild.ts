import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, type Samples } from './alternate-rounds.js';
import type { Benchmark, Row, Surroundings } from './benchmark.js';
import type { MadeLog } from './logs.js';
import { startProcess } from './own-process.js';

const MOST_MEMORY_MB = 512;

/** Every read model rebuilt from the log, against reading the log and parsing its facts. */
export const rebuild: Benchmark = {
  name: 'rebuild',
  async run(surroundings) {
    const { logs } = surroundings;
    const rows: Row[] = [];
    const cdnow = await logs.cdnow();
    if (cdnow) rows.push((await rebuildOf(surroundings, cdnow, 3)).row);
    const { row, peak } = await rebuildOf(surroundings, await logs.millionRows(), 1);
    const memory = peak ?? Number.NaN;
    return [
      ...rows,
      row,
      {
        what: 'peak memory of that rebuild',
        unit: 'MB',
        ours: memory,
        floor: null,
        ratio: null,
        budget: { oursAtMost: MOST_MEMORY_MB },
        notes: [],
        samples: { ours: [memory], floor: [] },
      },
    ];
  },
};

interface Rebuilt {
  readonly events: number;
  readonly built: number;
  readonly samples: Samples;
  readonly peak: number | null;
}

/** In a process of its own, so that its memory can be measured. */
export async function measureRebuild({ folder, profiles }: Surroundings, data: string, rounds: number): Promise<Rebuilt> {
  const script = fileURLToPath(new URL('./rebuild.main.js', import.meta.url));
  const nodeOptions = profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const process = startProcess(script, [join(data, 'events.db'), folder, String(rounds)], { cwd: folder, nodeOptions });
  try {
    return await process.answer<Rebuilt>();
  } finally {
    await process.stop();
  }
}

async function rebuildOf(surroundings: Surroundings, { what, data }: MadeLog, rounds: number): Promise<{ row: Row; peak: number | null }> {
  surroundings.say(what);
  const { events, built, samples, peak } = await measureRebuild(surroundings, data, rounds);
  const ours = median(samples.ours);
  const floor = median(samples.floor);
  const row = {
    what: `rebuild of all read models, ${what}; floor: scan and JSON.parse of the same log`,
    unit: 'events/s',
    ours,
    floor,
    ratio: ours / floor,
    budget: { ratioAtLeast: 0.25 },
    notes: [
      `${built.toLocaleString('en')} events of customers out of ${events.toLocaleString('en')} in ${(built / ours).toFixed(1)} s; peak memory ${Math.round(peak ?? Number.NaN)} MB`,
    ],
    samples,
  };
  return { row, peak };
}
