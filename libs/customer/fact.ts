import type { NewEvent } from '@tenure/event-log';
import type { Occurrence } from './occurrence.js';

/** What an accepted command says has happened; with metadata it becomes an event. */
export type NewFact = Omit<NewEvent, 'metadata'>;

/** What a fold reads of an event. Both a `NewFact` and a `RecordedEvent` will do. */
export interface Fact<Data = unknown, Personal = unknown> extends Occurrence {
  readonly type: string;
  readonly version: number;
  readonly data: Data;
  readonly personal?: Personal;
  /** There once the log has it. */
  readonly metadata?: { readonly commandId: string };
}

/** One fact in a version of its type, with its personal part left out when there is nothing in it. */
export function fact(type: string, version: number, { occurredAt, precision }: Occurrence, data: object, personal?: object): NewFact {
  if (precision === undefined) {
    return personal === undefined ? { type, version, occurredAt, data } : { type, version, occurredAt, data, personal };
  }
  return personal === undefined ? { type, version, occurredAt, precision, data } : { type, version, occurredAt, precision, data, personal };
}

/** A personal part with more fields, where these are given; none where there is nothing in it. */
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

/** The fields that are there: null in a command's body means the same as leaving the field out. */
export function given<T extends object>(fields: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const kept: { [Name in keyof T]?: NonNullable<T[Name]> } = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && value !== null) kept[name] = value;
  }
  return kept;
}
