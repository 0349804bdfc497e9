import { partitionOf, type RelayCheckpoint } from '@tenure/event-feed';
import { readRecord } from '@tenure/event-feed/kafka';
import { customerOf } from '@tenure/event-log';
import { RELAY_RECORDS } from '../actors/relay.js';
import type { Company } from '../company.js';

/**
 * Customers' events first appear in the topic in order, and everything that a relay has saved is there, unless the topic was lost.
 * A loss goes unnoticed if retention has removed the records that strangers wrote since (`Topic.hidesLossFromRelays`).
 */
export function watchTopic(company: Company): void {
  const { topic, mongo, log, world, options } = company;
  /** By customer: the offset at which each revision first appeared. */
  const appeared = new Map<string, number[]>();

  topic.watch({
    appended(_, record) {
      const read = readRecord(record);
      if (read.outcome !== 'event') return;
      const { stream, revision } = read.event;
      const offsets = appeared.get(stream) ?? [];
      appeared.set(stream, offsets);
      if (revision > offsets.length && !topic.hidesLossFromRelays)
        world.violated(`Revision ${revision} of ${stream} is in the topic before ${offsets.length}.`);
      offsets[revision] ??= record.offset;
    },
    lost: () => appeared.clear(),
  });

  mongo.watch((collection, before, after) => {
    if (collection !== RELAY_RECORDS || topic.lossesMended < topic.losses) return;
    const { position, offsets } = after as unknown as RelayCheckpoint;
    if (position === null || position === before?.['position']) return;
    if (before?.['position'] > position) world.violated(`The relays went back from ${before?.['position']} to ${position}.`);
    for (const event of log.events) {
      const customer = customerOf(event.stream);
      if (customer === null || event.position > position) continue;
      const end = offsets[partitionOf(customer, options.partitions)]!;
      const offset = appeared.get(event.stream)?.[event.revision];
      if (offset === undefined || offset >= end)
        world.violated(`A relay saved ${position}, but ${event.stream}@${event.revision} is not in the topic before ${end}.`);
    }
  });
}
