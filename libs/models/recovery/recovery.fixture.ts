import type { Fit, Parameters } from '../index.js';
import { randomStream } from '../purchases/simulated-customers.fixture.js';

/** A fit on data drawn from known parameters, and what it expects after those data against what was drawn for that time. */
export interface Trial {
  readonly fit: Pick<Fit, 'parameters' | 'logCovariance'>;
  readonly expected: number;
  readonly actual: number;
}

/** A model with the parameters that its data are drawn from. */
export interface Study {
  readonly model: string;
  readonly truth: Parameters;
  /** One data set of so many customers, fitted. */
  draw(customers: number, random: () => number): Trial;
}

/** How well the parameters of a model are found again, over many data sets drawn from it. */
export interface Recovery {
  readonly model: string;
  readonly dataSets: number;
  /** By parameter, the share of data sets whose 95 % interval holds the true value; one without an interval holds nothing. */
  readonly coverage: Readonly<Record<string, number>>;
  /** Data sets whose optimum lies at a limit, where no interval is printed. */
  readonly withoutInterval: number;
  /** Expected over actual, less 1, of the totals over all data sets in the time after the data. */
  readonly bias: number;
}

const normal95 = 1.959963984540054;

/** Draws and fits `dataSets` times from one stream of random numbers: no two data sets share any. */
export function recoveryOf({ model, truth, draw }: Study, dataSets: number, customers: number, seed: number): Recovery {
  const random = randomStream(seed);
  const names = Object.keys(truth);
  const held = names.map(() => 0);
  let withoutInterval = 0,
    expected = 0,
    actual = 0;
  for (let i = 0; i < dataSets; i += 1) {
    const { fit, ...total } = draw(customers, random);
    expected += total.expected;
    actual += total.actual;
    if (fit.logCovariance === null) withoutInterval += 1;
    else for (const [p, name] of names.entries()) if (holds(fit, name, p, truth)) held[p]! += 1;
  }
  const coverage = Object.fromEntries(names.map((name, p) => [name, held[p]! / dataSets]));
  return { model, dataSets, coverage, withoutInterval, bias: expected / actual - 1 };
}

/** p exp(+-1.96 standard errors of ln p). */
function holds({ parameters, logCovariance }: Trial['fit'], name: string, p: number, truth: Parameters): boolean {
  return Math.abs(Math.log(parameters[name]! / truth[name]!)) <= normal95 * Math.sqrt(logCovariance![p]![p]!);
}

const deviations = 2.6; // of chance: a share of one in a hundred lies further off

/** How far from 95 % a coverage lies by chance alone, over so many data sets; two points in any case. */
export const coverageTolerance = (dataSets: number): number => Math.max(0.02, deviations * Math.sqrt((0.95 * 0.05) / dataSets));

export const meanCoverage = (all: readonly Recovery[]): number => {
  const each = all.flatMap(({ coverage }) => Object.values(coverage));
  return each.reduce((sum, share) => sum + share, 0) / each.length;
};
