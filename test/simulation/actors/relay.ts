import type { RelayState } from '@tenure/event-feed';
import { type KafkaConnection, Relay } from '@tenure/event-feed/kafka';
import { MongoRelayState, type RelayDocument } from '@tenure/event-feed/mongodb';
import type { Collection } from 'mongodb';
import type { Company } from '../company.js';
import { MongoCollection } from '../servers/mongo-collection.js';
import { openTopic } from '../servers/topic.js';
import { reachLog } from './reach-servers.js';

export const RELAY_RECORDS = 'relays';
export const TOPIC = 'simulated.customer-events.v1';
/** Never connected to: the topic and the group are simulated. */
export const connection = { brokers: ['simulated:9092'], clientId: 'simulation' };

export function relayState({ mongo }: Company): RelayState {
  return new MongoRelayState(new MongoCollection(mongo, RELAY_RECORDS) as unknown as Collection<RelayDocument>, TOPIC);
}

/** The life of a relay's process. */
export async function runRelay(company: Company, holder: string): Promise<void> {
  const log: KafkaConnection['log'] = (level, message) => company.world.note(`${holder}: ${level}: ${message}`);
  const { partitions, relayBatch } = company.options;
  const relay = new Relay(reachLog(company), relayState(company), {
    connection: { ...connection, log },
    holder,
    openTopic: openTopic(company.topic),
    topic: { topic: TOPIC, partitions, replication: 1, retentionMs: 'forever' },
    leaseMs: 600,
    watchMs: 400,
    stallAfterMs: 5_000,
    batchEvents: relayBatch,
  });
  await relay.start();
}
