import { fileURLToPath } from 'node:url';
import { median } from './alternate-rounds.js';
import type { Benchmark, Row } from './benchmark.js';
import { startProcess } from './own-process.js';

const CUSTOMERS = 1_000_000;
const ROUNDS = 5;

interface Round {
  readonly fit: number;
  readonly score: number;
  /** The number of different histories. */
  readonly histories: number;
}

/** Pareto/NBD on a million customers of three years: the fit, and P(no purchase in 13 weeks) of each. */
export const millionCustomers: Benchmark = {
  name: 'million-customers',
  async run({ folder }) {
    const script = fileURLToPath(new URL('./million-customers.main.js', import.meta.url));
    const process = startProcess(script, [String(CUSTOMERS), String(ROUNDS)], { cwd: folder });
    const rounds = await process.answer<Round[]>();
    await process.stop();
    return [row('grouped and fitted', rounds, ({ fit }) => fit, 3), row('scored', rounds, ({ score }) => score, 1)];
  },
};

function row(what: string, rounds: readonly Round[], seconds: (round: Round) => number, oursAtMost: number): Row {
  const samples = rounds.map(seconds);
  return {
    what: `Pareto/NBD, ${CUSTOMERS.toLocaleString('en')} customers ${what}`,
    unit: 's',
    ours: median(samples),
    floor: null,
    ratio: null,
    budget: { oursAtMost },
    notes: [`${rounds[0]!.histories.toLocaleString('en')} different histories; fastest ${Math.min(...samples).toFixed(2)} s`],
    samples: { ours: samples, floor: [] },
  };
}
