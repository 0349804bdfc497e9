import type { Command } from '@tenure/commanding';
import { Agenda } from './agenda.js';
import { move, planVisit, survey, winBack } from './keeping-in-touch.js';
import { type Act, day, hour, type Life, type Plot, World } from './life.js';
import { makeUp } from './people.js';
import { buy } from './purchasing.js';
import { Random } from './random.js';
import { planScoringWishes } from './scoring-wishes.js';
import { storyOf } from './story.js';
import { monthsAfter, subscribe } from './subscribing.js';

export interface DemoOptions {
  readonly customers?: number;
  readonly months?: number;
  readonly seed?: number;
  /** Where the story ends, epoch milliseconds; normally now. The same options with the same `until` give the same commands. */
  readonly until: number;
  /** When the commands are carried out, epoch milliseconds: what would have expired by then is left out. */
  readonly now: number;
}

export interface Demo {
  /** Describes the patterns planted in the data, for a person to read. */
  readonly story: string;
  readonly from: number;
  /** In order of time. */
  readonly commands: Iterable<Command>;
}

/** A made-up company's history as the commands that would have recorded it. Memory: the plans of each customer, not the history. */
export function demoCommands({ customers = 5000, months = 24, seed = 1, until, now }: DemoOptions): Demo {
  const month = (which: number): number => monthsAfter(from, Math.round(((which - 1) * months) / 24));
  const from = Math.floor(monthsAfter(until, -months) / day) * day;
  const plot = { from, until, now, badBatch: { from: month(14), to: month(15) }, winBack: month(20) };
  return { story: storyOf(plot), from, commands: { [Symbol.iterator]: () => tell(plot, customers, seed) } };
}

function* tell(plot: Plot, customers: number, seed: number): Generator<Command> {
  const agenda = new Agenda<{ life: Life; act: Act }>();
  const world = new World(plot, agenda, seed);
  for (let index = 1; index <= customers; index += 1) {
    const life = begin(seed, index);
    planScoringWishes(world, life, index);
    world.later(life, plot.from + (plot.until - plot.from) * life.random.next() ** 1.3, join);
  }
  for (let entry = agenda.takeFirst(); entry; entry = agenda.takeFirst()) {
    const { life, act } = entry.what;
    act(world, life, entry.at);
    yield* world.takeSent();
  }
}

/** Customers differ in pace and loyalty (gamma and beta, as in BG/NBD) and in spend (gamma-gamma). */
function begin(seed: number, index: number): Life {
  const random = new Random(seed, index);
  const person = makeUp(random, index);
  const perMonth = Math.max(0.02, random.gamma(1.1, 4.7));
  const firm = person.party === 'organisation';
  return {
    customerId: `C-${String(index).padStart(5, '0')}`,
    random,
    person,
    gap: (30 * day) / perMonth,
    spend: (firm ? 9000 : 3000) * (3 / random.gamma(4, 1)),
    dropOut: random.beta(0.7, 10),
    left: null,
    closed: false,
    chapter: 0,
    openComplaints: 0,
    subscription: null,
    counts: {},
  };
}

const join: Act = (world, life, at) => {
  const { random, person } = life;
  world.send(life, 'RegisterCustomer', at, { party: person.party, personal: person.personal, attributes: person.attributes });
  world.later(life, at + random.between(0.1, 2) * hour, buy());
  if (random.chance(0.4)) world.later(life, at + random.between(5, 60) * day, subscribe);
  if (random.chance(0.05)) world.later(life, at + random.between(60, 600) * day, move);
  planVisit(world, life, at);
  world.later(life, at + random.between(60, 120) * day, survey);
  if (at < world.plot.winBack) world.later(life, world.plot.winBack + random.between(0, 10) * day, winBack);
};
