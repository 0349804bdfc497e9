import type { NewEvent } from '@tenure/event-log';

/** The event as data alone, to be copied or sent to a thread: one that was read has its properties on the prototype, which a spread leaves behind. */
export function plainEvent({ type, version, occurredAt, precision, data, personal, metadata }: NewEvent): NewEvent {
  return { type, version, occurredAt, precision, data, personal, metadata };
}
