import { setTimeout as delay } from 'node:timers/promises';
import type { FeedConsumer, OutgoingRecord } from '@tenure/event-feed/kafka';
import { customerCursor, ViewKeeper } from '@tenure/projecting';
import type { Company } from '../company.js';
import type { Supervised } from '../kernel/supervised.js';
import type { Mischief } from '../options.js';
import { openStore } from './reach-servers.js';
import { relayState } from './relay.js';

export interface Cast {
  readonly relays: readonly Supervised[];
  readonly projectors: readonly Supervised[];
  readonly writers: readonly Supervised[];
  readonly edges: readonly Supervised[];
  readonly consumers: ReadonlySet<FeedConsumer>;
}

const HOUR_MS = 3_600_000;
const LONGEST_THOUGHT_MS = 500;

/** Makes trouble now and then, of the kinds that the seed has drawn. */
export async function makeTrouble(company: Company, cast: Cast): Promise<void> {
  const { world, options } = company;
  const { random } = world;
  while (world.faults.on) {
    await delay(random.next() * 2 * options.mischiefEveryMs);
    if (!world.faults.on) return;
    const mischief = random.pick(options.mischiefs);
    world.note(`MISCHIEF ${mischief}`);
    // A request for a rebuild fails while the read models cannot be reached.
    await kinds[mischief](company, cast).catch((error: Error) => world.note(`in vain: ${error.message}`));
  }
}

const foreign = (partition: number): OutgoingRecord => ({ partition, key: 'c0', value: '{}', headers: { 'content-type': 'text/plain' } });

type Make = (company: Company, cast: Cast) => Promise<unknown>;

const kinds: Readonly<Record<Mischief, Make>> = {
  'crash a relay': async ({ world }, { relays }) => world.random.pick(relays).process.crash(),
  'crash a projector': async ({ world }, { projectors }) => world.random.pick(projectors).process.crash(),
  'crash a writer': async ({ world }, { writers }) => world.random.pick(writers).process.crash(),
  'crash an edge': async ({ world }, { edges }) => world.random.pick(edges).process.crash(),
  'pause a relay': async ({ world }, { relays }) => world.random.pick(relays).pause(200 + world.random.below(3_000)),
  'pause a projector': async ({ world }, { projectors }) => world.random.pick(projectors).pause(200 + world.random.below(4_000)),
  'throw a member out': async ({ world, group }) => {
    if (group.members.length > 0) group.remove(world.random.pick(group.members));
  },
  'share out anew': async ({ group }) => group.rebalance(),
  'fail a member': async ({ world, group }) => {
    if (group.members.length === 0) return;
    const member = world.random.pick(group.members);
    if (member.process.state === 'running') member.process.run(() => member.fail());
  },
  'move a clock': async ({ world }, cast) => {
    const owner = world.random.pick([world.outside, ...[...cast.relays, ...cast.projectors, ...cast.writers].map(({ process }) => process)]);
    owner.skewMs = (world.random.next() - 0.5) * 4 * HOUR_MS;
  },
  'replay a partition': async ({ world, topic }, { consumers }) => {
    const number = world.random.below(topic.partitions);
    for (const consumer of consumers) {
      const next = consumer.progress().partitions.find(({ partition }) => partition === number)?.nextOffset ?? null;
      if (next !== null) consumer.replay(number, world.random.below(next + 1));
    }
  },
  'reset an offset': async ({ world, group, topic }) => {
    const partition = world.random.below(topic.partitions);
    const { first, next } = topic.ends[partition]!;
    group.committed.set(partition, world.random.pick([first, next, world.random.below(next + 1)]));
  },
  'let retention remove records': async ({ world, topic }) => {
    const partition = world.random.below(topic.partitions);
    const { first, next } = topic.ends[partition]!;
    topic.trim(partition, world.random.chance(0.5) ? next : first + world.random.below(next - first + 1));
  },
  'write a foreign record': async ({ world, topic }) => {
    topic.appendForeign(foreign(world.random.below(topic.partitions)));
  },
  'lose the topic': async ({ world, topic }) => {
    const { ends } = topic;
    topic.lose();
    if (world.random.chance(0.5)) for (const [partition, { next }] of ends.entries()) for (let n = 0; n < next; n++) topic.appendForeign(foreign(partition));
  },
  'publish again': (company) => relayState(company).startOver(),
  rebuild: async (company) => {
    const { name } = company.world.random.pick(company.projections);
    await new ViewKeeper(company.projections, await openStore(company), company.log).rebuild(name);
  },
  'cancel a rebuild': async (company) => {
    const store = await openStore(company);
    const [building] = (await store.views()).filter(({ projection, live }) => !live && projection !== customerCursor.name);
    // An operator looks, thinks, and decides.
    await delay(company.world.random.next() * LONGEST_THOUGHT_MS);
    if (building) await store.dropView(building);
  },
};
