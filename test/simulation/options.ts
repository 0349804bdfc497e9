import { SeededRandom } from '../engine/seeded-random.js';
import { type Fate, fates } from './kernel/faults.js';

/** Troubles of the processes and of the servers and connections between them. */
export const mischiefs = [
  'crash a relay',
  'crash a projector',
  'crash a writer',
  'crash an edge',
  'pause a relay',
  'pause a projector',
  'throw a member out',
  'share out anew',
  'fail a member',
  'move a clock',
  'replay a partition',
  'reset an offset',
  'let retention remove records',
  'write a foreign record',
  'lose the topic',
  'publish again',
  'rebuild',
  'cancel a rebuild',
] as const;
export type Mischief = (typeof mischiefs)[number];

/** The parameters that a seed draws. Not every run has every trouble: some bugs show only when another trouble is absent. */
export interface Options {
  readonly seed: number;
  readonly partitions: number;
  readonly customers: number;
  readonly commands: number;
  readonly writers: number;
  readonly relays: number;
  readonly projectors: number;
  readonly readers: number;
  /** The largest number of events in a relay's batch, and of records in a fetch. */
  readonly relayBatch: number;
  readonly fetchRecords: number;
  readonly bulkSize: number;
  readonly fates: readonly Fate[];
  readonly fateProbability: number;
  readonly mischiefs: readonly Mischief[];
  readonly mischiefEveryMs: number;
  /** How often a delivery repeats, reorders and drops records; how often the log fails to wake a waiting reader. */
  readonly mangled: number;
  readonly lostSignals: number;
  /** The number of commands whose event one of the projections cannot fold. */
  readonly poison: number;
}

export function drawOptions(seed: number): Options {
  const random = new SeededRandom(seed);
  const between = (least: number, most: number) => least + random.below(most - least + 1);
  const some = <T>(all: readonly T[], probability: number) => all.filter(() => random.chance(probability));
  const quiet = random.chance(0.1);
  return {
    seed,
    partitions: between(1, 4),
    customers: between(2, 9),
    commands: between(15, 60),
    writers: between(1, 2),
    relays: between(1, 2),
    projectors: between(1, 3),
    readers: between(1, 3),
    relayBatch: between(1, 8),
    fetchRecords: between(1, 10),
    bulkSize: between(1, 6),
    fates: quiet ? [] : some(fates, 0.6),
    fateProbability: random.pick([0.003, 0.01, 0.03]),
    mischiefs: quiet ? [] : some(mischiefs, 0.5),
    mischiefEveryMs: between(50, 300),
    mangled: random.pick([0, 0.2, 0.6]),
    lostSignals: random.pick([0, 0.3]),
    poison: random.pick([0, 0, 0.05, 0.15]),
  };
}
