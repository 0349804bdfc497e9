import type { FeedConsumer } from '@tenure/event-feed/kafka';
import { runClient } from './actors/client.js';
import { type Decided, runOperator } from './actors/operator.js';
import { runProjector } from './actors/projector.js';
import { runReader } from './actors/reader.js';
import { runRelay } from './actors/relay.js';
import { type Cast, makeTrouble } from './actors/trouble.js';
import { judge, whatIsMissing } from './checks/at-the-end.js';
import { watchCheckpoints } from './checks/checkpoints-are-true.js';
import { watchDocuments } from './checks/documents-never-go-back.js';
import { watchTopic } from './checks/the-topic-is-whole.js';
import { Company } from './company.js';
import { inventCommands } from './invented-commands.js';
import { Supervised } from './kernel/supervised.js';

/** Turns of the scheduler. The phase of trouble ends when all commands are answered, and no later than this. */
const MOST_TURNS = { inTrouble: 12_000, inPeace: 30_000 } as const;
const LOOK_EVERY = 40;

/** One run from beginning to end: work and trouble, then peace until all is done, then judgement. Rejects with the broken invariant. */
export async function simulate(company: Company): Promise<void> {
  watchDocuments(company);
  watchCheckpoints(company);
  watchTopic(company);
  const { world, options, bug } = company;
  world.faults.begin(options.fates, options.fateProbability);
  const scripts = Array.from({ length: options.writers }, (_, n) => ({ commands: inventCommands(options, world.random, n), done: 0 }));
  const cast = begin(company, scripts);
  if (options.mischiefs.length > 0) new Supervised(world, 'trouble', () => makeTrouble(company, cast));
  const total = scripts.reduce((sum, { commands }) => sum + commands.length, 0);
  const done = () => scripts.reduce((sum, each) => sum + each.done, 0);

  for (let turn = 0; turn < MOST_TURNS.inTrouble && done() < total; turn++) {
    await world.turn();
    if (!bug.mended && done() > total / 2) mend(company, cast);
  }
  peace(company, cast);
  for (let turn = 0; ; turn++) {
    await world.turn();
    if (turn % LOOK_EVERY > 0) continue;
    const missing = done() < total ? 'commands are not answered' : whatIsMissing(company);
    if (missing === null) break;
    if (turn > MOST_TURNS.inPeace) throw new Error(`It does not come to rest: ${missing}.`);
  }
  await judge(company);
  await world.turn();
}

function begin(company: Company, scripts: ReadonlyArray<Parameters<typeof runClient>[1]>): Cast {
  const { world, options } = company;
  const consumers = new Set<FeedConsumer>();
  const decided: Decided = new Set();
  const several = (count: number, name: string, main: (name: string, n: number) => Promise<void>) =>
    Array.from({ length: count }, (_, n) => new Supervised(world, `${name}-${n}`, () => main(`${name}-${n}`, n)));
  return {
    relays: several(options.relays, 'relay', (name) => runRelay(company, name)),
    projectors: several(options.projectors, 'projector', () => runProjector(company, consumers)),
    writers: several(options.writers, 'writer', (_, n) => runClient(company, scripts[n]!)),
    edges: [...several(options.readers, 'reader', () => runReader(company)), ...several(1, 'operator', () => runOperator(company, decided))],
    consumers,
  };
}

/** New code is rolled out: no process keeps the old one. */
function mend({ bug, world }: Company, { projectors }: Cast): void {
  world.note('THE BUG IS MENDED');
  bug.mended = true;
  for (const { process } of projectors) process.crash();
}

/** No more trouble: paused processes resume, dead ones are restarted. */
function peace(company: Company, cast: Cast): void {
  company.world.note('PEACE');
  company.world.faults.end();
  if (!company.bug.mended) mend(company, cast);
  for (const { process } of [...cast.relays, ...cast.projectors, ...cast.writers, ...cast.edges]) if (process.state === 'paused') process.state = 'running';
}
