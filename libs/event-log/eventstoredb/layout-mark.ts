import { setTimeout as delay } from 'node:timers/promises';
import { type EventData, jsonEvent, StreamNotFoundError } from '@eventstore/db-client';
import { CUSTOMER_STREAMS } from '../customer-stream.js';
import { beginStream } from './begin-stream.js';
import type { Connection } from './connection.js';
import { LOG_LAYOUT } from './envelope.js';
import { IN_VAIN, readFailure, troubleOf } from './server-errors.js';

/** A stream that a relay reads as a customer's, and that no customer has: an id is never empty. */
const STREAM = CUSTOMER_STREAMS;
const TYPE = 'LogHasLayout2_StartALaterTenure';
const PAUSE_MS = 50;

const mark = (): EventData => jsonEvent({ id: 'a4b1f0a2-6a53-5d7e-9f0b-2d6d1f6f0002', type: TYPE, data: { layout: LOG_LAYOUT }, metadata: { tenure: 1 } });

export function isLayoutMark({ streamId, type }: { readonly streamId: string; readonly type: string }, namespace: string): boolean {
  return type === TYPE && streamId === namespace + STREAM;
}

/**
 * Marks a log as one of layout 2, once for ever, before the first event of that layout.
 * Version 0.1.0 takes such events for another application's. Where it reads a stream it refuses that; but its relay reads the
 * whole log and would publish around them, and they would be missing from the topic without a word. The mark is an event that
 * version takes for its own and cannot publish, as it has no `occurredAt`: its relay stops there and is not ready. Everything
 * since reads over it. Later layouts need no mark: see `toRecorded`.
 */
export class LayoutMark {
  #made: Promise<void> | null = null;

  constructor(private readonly connection: Connection) {}

  /** Tried again it has the same id. @throws LogUnavailable when the log cannot be marked: then nothing may be appended */
  ensure(): Promise<void> {
    this.#made ??= this.#make().catch((error: unknown) => {
      this.#made = null;
      throw error;
    });
    return this.#made;
  }

  async #make(): Promise<void> {
    const giveUpAt = performance.now() + this.connection.settings.settleForMs;
    for (;;) {
      try {
        if (await this.#isThere()) return;
        return await beginStream(this.connection, STREAM, mark());
      } catch (error) {
        const failure = readFailure(error, this.connection.name, 'The mark of the log’s layout');
        const trouble = troubleOf(failure);
        if (IN_VAIN.has(trouble) || performance.now() > giveUpAt) throw failure;
        await delay(PAUSE_MS);
      }
    }
  }

  async #isThere(): Promise<boolean> {
    const { namespace } = this.connection.settings;
    try {
      return (await this.connection.page((client) => client.readStream(namespace + STREAM, { maxCount: 1 }))).length > 0;
    } catch (error) {
      if (error instanceof StreamNotFoundError) return false;
      throw error;
    }
  }
}
