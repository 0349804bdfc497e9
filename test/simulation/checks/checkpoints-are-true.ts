import { streamOf } from '@tenure/event-log';
import { readBy } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import type { Company } from '../company.js';
import { customersOf, isParked, type PartitionRecord, revisionOf, type StoredView, storedViews } from './stored-views.js';

/**
 * No checkpoint goes back. Whenever a partition has finished a commit: the events up to each checkpoint are in the documents, or wait behind a parked
 * event, and its sums are those of its documents.
 *
 * Claims rely on the relay's report of the topic. If retention has removed the records that would show that the topic is another one, a claim is
 * wrong until the log, published again, has been read; the end of a run shows that it was.
 */
export function watchCheckpoints(company: Company): void {
  const wrong = new Set<string>();
  company.mongo.watch((collection, before, after) => {
    if (collection !== 'partitions') return;
    const record = after as unknown as PartitionRecord;
    if (before) checkNoneGoesBack(company, before as unknown as PartitionRecord, record);
    if (record.commit !== record.applied) return;
    for (const view of storedViews(company)) checkView(company, record, view, wrong);
  });
}

function checkNoneGoesBack({ world }: Company, before: PartitionRecord, after: PartitionRecord): void {
  for (const { view, position } of before.checkpoints) {
    const now = after.checkpoints.find((checkpoint) => checkpoint.view === view)?.position;
    if (now !== undefined && now < position) world.violated(`${view} in partition ${after._id} went back from ${position} to ${now}.`);
  }
}

function checkView(company: Company, record: PartitionRecord, view: StoredView, wrong: Set<string>): void {
  const customers = customersOf(company, record._id);
  const claimed = record.checkpoints.find((checkpoint) => checkpoint.view === view.name)?.position;
  if (claimed !== undefined) for (const customer of customers) checkClaim(company, view, customer, claimed, wrong);
  checkSums(company, record, view, customers);
}

function checkClaim(company: Company, view: StoredView, customer: string, claimed: string, wrong: Set<string>): void {
  const last = readBy(view.projection, company.log.stream(streamOf(customer))).findLast(({ position }) => position <= claimed)?.revision ?? -1;
  const has = revisionOf(company, view.name, customer);
  const claim = `${view.name} of ${customer}`;
  if (has >= last || isParked(company, view.name, customer)) {
    wrong.delete(claim);
    return;
  }
  if (company.topic.hidesLossFromRelays) wrong.add(claim);
  if (wrong.has(claim)) return;
  company.world.violated(`${view.name} claims ${claimed}, but ${customer} is at revision ${has} and had ${last} by then.`);
}

function checkSums({ mongo, world }: Company, { _id: partition }: PartitionRecord, { name, projection }: StoredView, customers: readonly string[]): void {
  const documents = mongo.records(`view.${name}.documents`);
  const expected = new Map<string, number>();
  const add = ([cell, amount]: CellAmount) => expected.set(cell, (expected.get(cell) ?? 0) + amount);
  for (const customer of customers) {
    const document = documents.get(customer);
    if (document) projection.contributions(JSON.parse(document['body'])).forEach(add);
  }
  const prefix = `${partition}|`;
  const stored = [...mongo.records(`view.${name}.sums`).values()].filter(({ _id }) => String(_id).startsWith(prefix));
  for (const { _id, amount } of stored as unknown as Array<{ _id: string; amount: number }>) add([_id.slice(prefix.length), -amount]);
  for (const [cell, difference] of expected) {
    if (difference !== 0) world.violated(`The sum ${cell} of ${name} in partition ${partition} is ${-difference} off.`);
  }
}
