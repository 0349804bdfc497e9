import type { RecordedEvent } from '@tenure/event-log';
import type { FeedHandler } from '../../feed-handler.js';
import type { GivenConsumerSettings } from '../consumer/consumer-settings.js';
import { FeedConsumer } from '../consumer/feed-consumer.js';
import { MemoryRelayState } from '../relay/memory-relay-state.js';
import { Relay } from '../relay/relay.js';
import { PARTITIONS, Stage, until } from './stage.js';

/** A stage for tests of consumers. */
export class ConsumerStage {
  readonly consumers: FeedConsumer[] = [];

  private constructor(readonly stage: Stage) {}

  static async set(): Promise<ConsumerStage> {
    return new ConsumerStage(await Stage.set());
  }

  async begin(topic: string, handler: FeedHandler, given: Partial<GivenConsumerSettings> = {}): Promise<FeedConsumer> {
    const settings = { connection: this.stage.connection, topic, groupId: `${topic}-group`, partitions: PARTITIONS };
    const consumer = new FeedConsumer(handler, { ...settings, heartbeatMs: 200, longestFetchMs: 100, watchMs: 200, ...given });
    this.consumers.push(consumer);
    await consumer.start();
    return consumer;
  }

  /** Publishes the log as it stands to a topic, and leaves the relay running. */
  async publish(topic: string): Promise<Relay> {
    const relay = new Relay(this.stage.log, new MemoryRelayState(), this.stage.relaySettings(topic));
    await relay.start();
    const head = (await this.stage.log.head())!.position;
    await until(() => relay.progress().position === head);
    return relay;
  }

  async stopConsumers(): Promise<void> {
    await Promise.all(this.consumers.splice(0).map((consumer) => consumer.stop()));
  }
}

/** The events of the customers whose ids begin with a prefix. */
export function of(events: readonly RecordedEvent[], prefix: string): RecordedEvent[] {
  return events.filter(({ stream }) => stream.startsWith(`customer-${prefix}-`));
}

/** Whether everything in the consumer's partitions was handled. */
export function caughtUp(consumer: FeedConsumer): boolean {
  const { partitions } = consumer.progress();
  return partitions.length > 0 && partitions.every(({ lagEvents }) => lagEvents === 0);
}
