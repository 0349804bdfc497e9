import type { NewEvent } from '@tenure/event-log';
import type { Occurrence } from './occurrence.js';

/** A fact recorded by an accepted command; with metadata it becomes an event. */
export type NewFact = Omit<NewEvent, 'metadata'>;

/** The part of an event that a fold reads. A `NewFact` and a `RecordedEvent` both fit. */
export interface Fact<Data = unknown, Personal = unknown> extends Occurrence {
  readonly type: string;
  readonly version: number;
  readonly data: Data;
  readonly personal?: Personal;
  /** Present once the log has recorded it. */
  readonly metadata?: { readonly commandId: string };
}

/** One fact in a version of its type. An empty personal part is left out. */
export function fact(type: string, version: number, { occurredAt, precision }: Occurrence, data: object, personal?: object): NewFact {
  if (precision === undefined) {
    return personal === undefined ? { type, version, occurredAt, data } : { type, version, occurredAt, data, personal };
  }
  return personal === undefined ? { type, version, occurredAt, precision, data } : { type, version, occurredAt, precision, data, personal };
}

/** A personal part extended by the fields that are given; undefined where it would be empty. */
export function withTexts(
  personal: Readonly<Record<string, unknown>> | undefined,
  texts: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const present = Object.entries(texts).filter(([, text]) => text !== undefined);
  return present.length === 0 ? personal : { ...personal, ...Object.fromEntries(present) };
}

/** A note as the personal part of an event that has no other. */
export function noted(note: string | null | undefined): { note: string } | undefined {
  return note === undefined || note === null ? undefined : { note };
}

/** The fields that are present: null in a command's body means the same as leaving the field out. */
export function given<T extends object>(fields: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const kept: { [Name in keyof T]?: NonNullable<T[Name]> } = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && value !== null) kept[name] = value;
  }
  return kept;
}
