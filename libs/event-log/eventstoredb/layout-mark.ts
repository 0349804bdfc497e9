import { type EventData, jsonEvent } from '@eventstore/db-client';
import { CUSTOMER_STREAMS } from '../customer-stream.js';
import { beginStream } from './begin-stream.js';
import type { Connection } from './connection.js';
import { LOG_LAYOUT } from './envelope.js';

/** A stream that a relay takes for a customer's, but that belongs to no customer: a customer id is never empty. */
const STREAM = CUSTOMER_STREAMS;
const TYPE = 'LogHasLayout2_StartALaterTenure';

const mark = (): EventData => jsonEvent({ id: 'a4b1f0a2-6a53-5d7e-9f0b-2d6d1f6f0002', type: TYPE, data: { layout: LOG_LAYOUT }, metadata: { tenure: 1 } });

export function isLayoutMark({ streamId, type }: { readonly streamId: string; readonly type: string }, namespace: string): boolean {
  return type === TYPE && streamId === namespace + STREAM;
}

/**
 * Marks a log as one of layout 2, once and for all, before the first event of that layout. Version 0.1.0 takes events of
 * layout 2 for another application's. It refuses them where it reads a single stream. Its relay, however, reads the whole log
 * and would publish around them, so they would silently be missing from the topic. The mark is an event that version 0.1.0
 * takes for its own and cannot publish, as it has no `occurredAt`: its relay stops there and is not ready. All later versions
 * read over the mark. Later layouts need no mark: see `toRecorded`.
 */
export class LayoutMark {
  #made: Promise<unknown> | null = null;

  constructor(private readonly connection: Connection) {}

  /** @throws LogUnavailable when the log cannot be marked: then nothing may be appended */
  ensure(): Promise<unknown> {
    this.#made ??= beginStream(this.connection, { name: STREAM, what: 'The mark of the log’s layout' }, mark()).catch((error: unknown) => {
      this.#made = null;
      throw error;
    });
    return this.#made;
  }
}
