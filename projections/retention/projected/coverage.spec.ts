import { bdw, foretellSurvivors, type RetentionModel, sbg } from '@tenure/models';
import { curveOfAll, curveOfCohort } from './curves.js';

/** Mulberry32: uniform numbers from a seed. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type World = readonly [name: string, model: RetentionModel, parameters: Readonly<Record<string, number>>];

const worlds: readonly World[] = [
  ['customers who differ', sbg, { alpha: 0.7, beta: 1.2 }],
  ['customers who hardly differ', sbg, { alpha: 40, beta: 160 }],
  ['customers who leave more easily with age', bdw, { gamma: 0.4, delta: 1.5, c: 1.5 }],
];

/** Survivors of `size` customers over `periods`, drawn one by one. */
function drawn([, model, parameters]: World, size: number, periods: number, random: () => number): number[] {
  const alive = [size];
  for (let age = 0; age < periods; age += 1) {
    const stay = model.retentionRate(parameters, age);
    let left = 0;
    for (let n = 0; n < alive[age]!; n += 1) left += random() < stay ? 1 : 0;
    alive.push(left);
  }
  return alive;
}

/** The share of what came later that lay within the interval of outcomes, of 8 cohorts in each of `times` companies. */
function covered(world: World, size: number, times: number): number {
  let within = 0;
  let cells = 0;
  for (let seed = 1; seed <= times; seed += 1) {
    const random = uniforms(seed);
    const whole = Array.from({ length: 8 }, (_, n) => ({ known: 9 - n, alive: drawn(world, size, 15 - n, random) }));
    const known = whole.map((cohort) => ({ alive: cohort.alive.slice(0, cohort.known + 1) }));
    const all = curveOfAll(known);
    for (const [n, cohort] of known.entries()) {
      const { curve } = curveOfCohort(cohort, all, false);
      const age = cohort.alive.length - 1;
      foretellSurvivors(curve!.model, curve!.fit, cohort.alive[age]!, age, 6)!.forEach(({ low, high }, i) => {
        const came = whole[n]!.alive[age + 1 + i]!;
        cells += 1;
        if (came >= low && came <= high) within += 1;
      });
    }
  }
  return within / cells;
}

describe('of what came later, 95 in 100 lie within what was foretold, more or less', () => {
  it.each(worlds.map((world) => [world[0], world] as const))('%s', (_name, world) => {
    const share = (covered(world, 60, 2) + covered(world, 400, 2)) / 2;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });
});
