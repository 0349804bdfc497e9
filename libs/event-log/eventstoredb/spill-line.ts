import { compareNames } from './compare-names.js';
import type { Envelope } from './envelope.js';
import { type EventHead, EventStoreDbRecordedEvent } from './recorded-event.js';

/** An event on its way through the sort: what orders it, and all of it as one line of text. */
export interface SpillLine {
  readonly stream: string;
  readonly revision: number;
  readonly text: string;
}

type Head = [stream: string, revision: number, position: string, createdAt: number, recordedAt: number, type: string, id: string];

export function toLine({ stream, revision, position, createdAt, recordedAt, type, id, envelope }: EventStoreDbRecordedEvent): SpillLine {
  const head: Head = [stream, revision, position, createdAt, recordedAt, type, id];
  // JSON never holds a raw tab or line end.
  return { stream, revision, text: `${JSON.stringify(head)}\t${JSON.stringify(envelope)}` };
}

export function parseLine(text: string): SpillLine {
  const [stream, revision] = headOf(text);
  return { stream, revision, text };
}

export function toEvent({ text }: SpillLine): EventStoreDbRecordedEvent {
  const [stream, revision, position, createdAt, recordedAt, type, id] = headOf(text);
  const head: EventHead = { id, stream, revision, position, createdAt, recordedAt, type };
  return new EventStoreDbRecordedEvent(head, () => JSON.parse(text.slice(text.indexOf('\t') + 1)) as Envelope);
}

export function compareLines(a: SpillLine, b: SpillLine): number {
  return compareNames(a.stream, b.stream) || a.revision - b.revision;
}

const headOf = (text: string): Head => JSON.parse(text.slice(0, text.indexOf('\t'))) as Head;
