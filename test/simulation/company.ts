import { createKeyedHash } from '@tenure/log-secret';
import type { Projection } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { SeededRandom } from '../engine/seeded-random.js';
import { EPOCH } from './kernel/virtual-time.js';
import { World } from './kernel/world.js';
import { drawOptions, type Options } from './options.js';
import { type Bug, withBug } from './poison.js';
import { Group } from './servers/group.js';
import type { ConsumerGroup } from './servers/group-member.js';
import { MemoryLog } from './servers/memory-log.js';
import { MongoServer } from './servers/mongo-server.js';
import { Topic } from './servers/topic.js';

/** A command that was answered with success. */
export interface Acknowledged {
  readonly customerId: string;
  readonly commandId: string;
  readonly revision: number;
  readonly position: string;
}

/** The secret of all logs of the simulation. */
export const keyed = createKeyedHash(Buffer.alloc(32, 'simulation'), 1);

/** The projection with a bug, by which customers get parked. */
const BUGGY = 'lifecycle';
/** Enough for several views in a commit, few enough to be quick. */
const FOLDED = ['customer-file', BUGGY, 'complaints'];

/** The servers of a run and the facts known about it, without the processes that use them. */
export class Company {
  readonly options: Options;
  readonly world: World;
  readonly log: MemoryLog;
  readonly topic: Topic;
  readonly group: ConsumerGroup;
  readonly mongo = new MongoServer();
  readonly bug: Bug = { mended: false };
  readonly projections: readonly Projection[];
  readonly acknowledged: Acknowledged[] = [];

  constructor(seed: number) {
    this.options = drawOptions(seed);
    this.world = new World(new SeededRandom(seed));
    this.log = new MemoryLog(() => Math.floor(EPOCH + this.world.now + this.world.outside.skewMs), keyed);
    this.topic = new Topic(this.options.partitions);
    this.group = new Group(this.world, this.options.partitions);
    this.projections = readModels
      .map(({ projection }) => projection)
      .filter(({ name }) => FOLDED.includes(name))
      .map((projection) => (projection.name === BUGGY ? withBug(projection, this.bug) : projection));
  }
}
