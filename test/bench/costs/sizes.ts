import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toRecord } from '@tenure/event-feed/kafka';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { readModels } from '@tenure/projections';
import Database from 'better-sqlite3';
import { MongoClient } from 'mongodb';
import { interleavedEvents } from '../interleaved-events.js';
import { type Line, weightedLine } from './weighted-line.js';

const LIVES = [1, 5, 20, 100] as const;
const RECORDS = 2_000;

/** Bytes of an event as sent to the log: stream, type, data and metadata. Read from the stand-in's own file. */
export function logBytes(folder: string): number {
  const database = new Database(join(folder, 'eventstoredb-stand-in.db'), { readonly: true });
  const average = 'SELECT avg(length(stream) + length(type) + length(data) + length(metadata)) FROM event';
  const bytes = database.prepare(average).pluck().get() as number;
  database.close();
  return bytes;
}

/** Bytes of an event's key, value and headers as the relay sends them. */
export async function recordBytes(url: string): Promise<number> {
  const log = await EventStoreDbEventLog.open({ url });
  const events = await log.readAll({ after: null, limit: RECORDS });
  await log.close();
  const sizes = events.flatMap((event) => {
    const record = toRecord(event);
    if (!record) return [];
    const headers = Object.entries(record.headers).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(value), 0);
    return [Buffer.byteLength(record.key) + Buffer.byteLength(record.value) + headers];
  });
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
}

/** Bytes of one customer's documents over all read models: a fixed part, and a part for each event. By folding, without a store. */
export function documentBytes(): Line {
  return weightedLine(LIVES.map((events) => [events, bytesOfLife(events)]));
}

function bytesOfLife(events: number): number {
  const life = interleavedEvents(1, events);
  return readModels.reduce((sum, { projection }) => {
    const document = life.reduce((before, event) => projection.evolve(before, event), projection.initial('c0000000'));
    return sum + Buffer.byteLength(JSON.stringify(document));
  }, 0);
}

/** The number of sum cells over all partitions, and the bytes of one. */
export async function sumCells(url: string): Promise<{ cells: number; bytes: number }> {
  const client = await MongoClient.connect(url);
  const database = client.db('tenure');
  let [cells, bytes] = [0, 0];
  for (const { name } of await database.listCollections({}, { nameOnly: true }).toArray()) {
    if (!name.endsWith('.sums')) continue;
    for await (const { _id } of database.collection<{ _id: string }>(name).find()) {
      cells += 1;
      // The amount and the commit are doubles.
      bytes += Buffer.byteLength(_id) + 16;
    }
  }
  await client.close();
  return { cells, bytes: cells === 0 ? 0 : bytes / cells };
}

/** Bytes of the files in a folder that pass a test. */
export function folderBytes(folder: string, counts: (name: string) => boolean = () => true): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && counts(entry.name))
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
