import { type NewEvent, type RecordedEvent, streamOf } from '@tenure/event-log';
import { purchase, registration } from './appended-log.js';
import { customerIdOf } from './purchases-file.js';
import { seededRandom } from './seeded-random.js';

const FROM = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;

/**
 * Events in the order of a log with many writers: first all customers register, then each buys in turn, so that two events of a customer are far
 * apart. The same sizes give the same events.
 */
export function interleavedEvents(customers: number, events: number): RecordedEvent[] {
  const random = seededRandom(customers);
  return Array.from({ length: events }, (_, i) => {
    const revision = Math.floor(i / customers);
    const occurredAt = FROM + revision * 7 * DAY + Math.floor(random() * 7 * 86_400) * 1_000;
    const event = revision === 0 ? registration(occurredAt) : purchase(occurredAt, revision, random);
    return recorded(event, customerIdOf(i % customers), revision, i);
  });
}

function recorded({ type, version, occurredAt, data, metadata }: NewEvent, customerId: string, revision: number, index: number): RecordedEvent {
  const position = String(index + 1).padStart(16, '0');
  return {
    position,
    stream: streamOf(customerId),
    revision,
    type,
    version,
    occurredAt,
    recordedAt: FROM + 1_000 * DAY + index,
    data,
    personal: undefined,
    metadata: { ...metadata, commandId: `${customerId}-${metadata.commandId}` },
  };
}
