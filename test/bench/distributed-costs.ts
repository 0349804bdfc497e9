import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { startKafka } from '@tenure/local-servers/kafka';
import { startMongoJavaServer } from '@tenure/local-servers/mongodb';
import type { Benchmark, Row, Surroundings } from './benchmark.js';
import { costOfCommits } from './costs/cost-of-commits.js';
import { costOfTheFeed } from './costs/cost-of-the-feed.js';
import { costOfTheLog } from './costs/cost-of-the-log.js';
import { costOfThePath } from './costs/cost-of-the-path.js';
import { documentBytes, folderBytes, logBytes, recordBytes, sumCells } from './costs/sizes.js';
import { toMeasuredCosts } from './costs/to-measured-costs.js';
import { startDistributedStage } from './distributed-stage.js';
import { describeMachine } from './machine.js';
import type { MeasuredCosts } from './scaling/measured-costs.js';

/** Fewer events than command-api holds in memory: the cost of reading a customer is measured separately. */
const CUSTOMERS = 4_000;
const PURCHASES_EACH = 2;

/**
 * The cost of an event on its way, by role and server. First the whole path, with each role in a process of its own; then each part by itself, in this
 * process, on the stores that the roles have left, where the cost depends on how many events come at a time. Leaves a document of costs for the
 * simulation of test/bench/scaling.
 */
export const distributedCosts: Benchmark = {
  name: 'distributed-costs',
  async run({ folder, profiles, costs: file, say }: Surroundings) {
    const home = join(folder, 'costs');
    say('starting servers and roles');
    const stage = await startDistributedStage({ folder: home, profiles });
    const path = await costOfThePath(stage, CUSTOMERS, PURCHASES_EACH, say).finally(() => stage.stop());

    const inLog = logBytes(join(home, 'eventstoredb'));
    const onDisk = {
      log: folderBytes(join(home, 'eventstoredb')),
      // The broker allocates its index files larger than their content.
      kafka: folderBytes(join(home, 'kafka'), (name) => /^\d+\.log$/.test(name)),
      mongodb: folderBytes(join(home, 'mongodb')),
    };
    const eventstoredb = await startEventStoreDbStandIn({ data: join(home, 'eventstoredb') });
    const { log, record } = await finished(eventstoredb, async ({ url, pid }) => ({ record: await recordBytes(url), log: await costOfTheLog(url, pid, say) }));
    const mongodb = await startMongoJavaServer({ data: join(home, 'mongodb') });
    const { sums, commits } = await finished(mongodb, async ({ url, pid }) => ({ sums: await sumCells(url), commits: await costOfCommits(url, pid, say) }));
    const kafka = await startKafka({ data: join(folder, 'costs-kafka') });
    const feed = await finished(kafka, () => costOfTheFeed(kafka, say));

    const bytes = { logEvent: inLog, record, documents: documentBytes(), written: commits.writtenBytes, cells: sums.cells, cell: sums.bytes };
    const measured = toMeasuredCosts(await describeMachine(folder), CUSTOMERS, { path, log, commits, feed, bytes });
    writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
    return rowsOf(measured, onDisk, file);
  },
};

async function finished<Server extends { stop(): Promise<unknown> }, Result>(server: Server, work: (server: Server) => Promise<Result>): Promise<Result> {
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

function rowsOf({ run, projector, mongoDb, relay, bytes, roundTrips }: MeasuredCosts, onDisk: Readonly<Record<string, number>>, file: string): Row[] {
  const perEvent = (stored: number) => `${Math.round(stored / run.events)} bytes an event on disk`;
  return [
    row('an event in bulk, command to read models, processor time of all processes', 'us', total(run.bulk), [
      byProcess(run.bulk),
      `${Math.round(run.events / run.readableSeconds)} events/s on ${run.coresUsed.toFixed(1)} cores; others used ${run.coresOthersUsed.toFixed(1)}`,
    ]),
    row('a command by itself, to read models, processor time of all processes', 'us', total(run.single), [byProcess(run.single)]),
    row('a commit of a projector, one event', 'us', projector.commit.fixed + projector.commit.each, [
      `each event more ${projector.commit.each.toFixed(0)} us, each event that its customer has already ${projector.heldEvent.toFixed(1)} us`,
      `database stand-in: ${mongoDb.commit.fixed.toFixed(0)} us, and ${mongoDb.commit.each.toFixed(0)} us an event`,
      `${roundTrips.commandsOfCommit.toFixed(0)} commands to MongoDB, ${roundTrips.commit.toFixed(0)} of them one after the other; records written: ${roundTrips.records.fixed.toFixed(0)}, and ${roundTrips.records.each.toFixed(1)} an event`,
    ]),
    row('a batch of the relay, one event', 'us', relay.batch.fixed + relay.batch.each, [
      `each event more ${relay.batch.each.toFixed(0)} us, and ${relay.readEvent.toFixed(0)} us to read it from the log; ${roundTrips.relayBatch} round trips one after the other`,
    ]),
    row('an event in the log: stream, type, data, metadata', 'bytes', bytes.logEvent, [
      `stand-in: ${perEvent(onDisk['log']!)}; a real server adds its record and index`,
    ]),
    row('a record in Kafka: key, value, headers', 'bytes', bytes.record, [`broker: ${perEvent(onDisk['kafka']!)}, one replica`]),
    row('all documents of a customer with 100 events', 'bytes', bytes.documents.fixed + 100 * bytes.documents.each, [
      `${bytes.documents.fixed.toFixed(0)} bytes and ${bytes.documents.each.toFixed(0)} an event; by folding`,
      `sent to MongoDB for an event: ${bytes.written.fixed.toFixed(0)} bytes and ${bytes.written.each.toFixed(0)} for each event that its customer has already`,
      `${bytes.cells.toLocaleString('en')} sum cells of ${bytes.cell.toFixed(0)} bytes in ${run.partitions} partitions; stand-in: ${perEvent(onDisk['mongodb']!)}`,
      `costs for the simulation: ${file}`,
    ]),
  ];
}

function row(what: string, unit: string, ours: number, notes: string[]): Row {
  return { what, unit, ours, floor: null, ratio: null, budget: null, notes, samples: { ours: [ours], floor: [] } };
}

function byProcess(costs: Readonly<Record<string, number>>): string {
  return Object.entries(costs)
    .map(([name, cost]) => `${name} ${Math.round(cost)}`)
    .join(', ');
}

function total(costs: Readonly<Record<string, number>>): number {
  return Object.values(costs).reduce((sum, cost) => sum + cost, 0);
}
