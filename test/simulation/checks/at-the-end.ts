import { streamOf } from '@tenure/event-log';
import { checkRebuild } from '@tenure/projecting';
import type { ReadSnapshot } from '@tenure/read-store';
import { MongoReadStore } from '@tenure/read-store/mongodb';
import { openStore } from '../actors/reach-servers.js';
import { RELAY_RECORDS, TOPIC } from '../actors/relay.js';
import type { Company } from '../company.js';
import { mongoClient } from '../servers/mongo-client.js';
import { MongoServer } from '../servers/mongo-server.js';
import { partitionRecords, storedViews } from './stored-views.js';

/** What must still happen before the run can be judged; null when it can be. */
export function whatIsMissing(company: Company): string | null {
  const { log, mongo, topic, world } = company;
  const head = log.events.at(-1)?.position ?? '';
  if (world.awaits(/^late/)) return 'requests are under way';
  if (topic.lossesMended < topic.losses) return 'nobody has had the log published again since the topic was lost';
  if (mongo.records(RELAY_RECORDS).get(TOPIC)?.['position'] !== head) return 'the relay has not published all of the log';
  const unseen = company.projections.find(({ name }) => !storedViews(company).some(({ projection, live }) => live && projection.name === name));
  if (unseen) return `${unseen.name} has no live view`;
  const behind = storedViews(company).find(({ live }) => !live);
  if (behind) return `${behind.name} is being built`;
  const working = partitionRecords(company).find(({ commit, applied }) => commit !== applied);
  if (working) return `a commit of partition ${working._id} is being carried out`;
  for (const { name, live } of storedViews(company)) {
    const standing = partitionRecords(company).filter(({ checkpoints }) => checkpoints.some(({ view, position }) => view === name && position >= head));
    if (live && standing.length < company.options.partitions)
      return `${name} stands at ${JSON.stringify(partitionRecords(company))}, the topic at ${JSON.stringify(company.topic.ends)}, the log at ${head}`;
    const parked = [...mongo.records(`view.${name}.parked`).values()].find((each) => each['parked'] !== null);
    if (parked) return `${parked._id} is parked in ${name}, though the operator has decided or will`;
  }
  return null;
}

/** Every command took effect once, and every read model has the same bytes as a rebuild from the log. */
export async function judge(company: Company): Promise<void> {
  const { log, world, acknowledged, projections } = company;
  for (const { customerId, commandId, revision } of acknowledged) {
    const events = log.stream(streamOf(customerId)).filter(({ metadata }) => metadata.commandId === commandId);
    const once = new Set(events.map(({ metadata }) => metadata.index)).size === events.length;
    if (!once || events.at(-1)?.revision !== revision) world.violated(`The command ${commandId} was acknowledged and is not in the log once.`);
  }
  const live = await (await openStore(company)).snapshot();
  const scratch = await MongoReadStore.on(mongoClient(new MongoServer()), { database: 'scratch', partitions: 1 });
  const { projections: checks } = await checkRebuild(projections, live, log, await scratch.partition(0));
  const rebuilt = await scratch.snapshot();
  for (const { projection, identical } of checks) {
    if (!identical) world.violated(`${projection} is not what a rebuild from the log gives: ${await difference(live, rebuilt, projection)}.`);
  }
}

async function difference(live: ReadSnapshot, rebuilt: ReadSnapshot, projection: string): Promise<string> {
  const [here, there] = await Promise.all([lines(live, projection), lines(rebuilt, projection)]);
  const only = (a: readonly string[], b: readonly string[]) => a.filter((line) => !b.includes(line)).join(' ') || 'nothing more';
  return `only live has ${only(here, there)}; only a rebuild has ${only(there, here)}`;
}

async function lines(snapshot: ReadSnapshot, projection: string): Promise<string[]> {
  const view = (await snapshot.view(projection))!;
  const documents = await snapshot.page(view, { after: null, limit: 1_000 });
  return [...documents, ...(await snapshot.sums(view, ''))].map((each) => JSON.stringify(each));
}
