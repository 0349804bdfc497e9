import type { NewEvent } from '@tenure/event-log';

/** The event as plain data, to be copied or sent to a thread: an event that was read has its properties on the prototype, which a spread leaves out. */
export function plainEvent({ type, version, occurredAt, precision, data, personal, metadata }: NewEvent): NewEvent {
  return { type, version, occurredAt, precision, data, personal, metadata };
}
