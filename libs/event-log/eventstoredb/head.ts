import { setTimeout as delay } from 'node:timers/promises';
import type { AllStreamResolvedEvent, Position as ServerPosition } from '@eventstore/db-client';
import type { Position } from '../event.js';
import type { LogHead } from '../event-log.js';
import type { Connection } from './connection.js';
import { fromPosition, toPosition } from './position.js';
import { placeOf, readAllPage } from './read-all.js';
import type { EventStoreDbRecordedEvent } from './recorded-event.js';
import { toRecorded } from './to-recorded.js';

export interface Looked {
  readonly head: LogHead | null;
  /** Everything up to here has been looked at; null when the log is completely empty. */
  readonly to: ServerPosition | null;
  /** Id of the event there. */
  readonly id?: string;
}

const NOWHERE: Looked = { head: null, to: null };

/** An acknowledged append may become visible a moment later. */
const SEEN_AFTER = { tries: 4, pauseMs: 500 } as const;

/** No server can be stopped, given another log and restarted between two looks this close to each other. */
const SAME_FOR_MS = 250;

/** Unless the server is shared, the last event of all is one of ours, or known. */
const FIRST_PAGE = 1;

/**
 * The last event of ours. Other applications' events may lie behind it, so the log is
 * read backwards, but never twice over the same range.
 */
export class Head {
  #looked: Looked = NOWHERE;
  #empty: ServerPosition | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** The furthest append of this process. */
  #appended: Position = '';

  /** `replaced`: called when the log no longer holds what was its last event. */
  constructor(
    private readonly connection: Connection,
    private readonly replaced: (detail: string) => void,
  ) {}

  /** Nothing of ours lies before this place, as far as the log was read. */
  get start(): ServerPosition | 'start' {
    return this.#empty ?? 'start';
  }

  appended(position: Position): void {
    if (position > this.#appended) this.#appended = position;
  }

  async look(): Promise<Looked> {
    const appended = this.#appended;
    const isSame = performance.now() - this.#lookedAt < SAME_FOR_MS;
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    const looked = await this.#look(isSame);
    this.#lookedAt = performance.now();
    if (appended > (looked.head?.position ?? '') && !(await this.#comesIntoSight(appended))) {
      this.#appended = '';
      this.#tellReplaced(appended);
    }
    return looked;
  }

  /** `isSame`: the log is the one that was looked at before. */
  async #look(isSame: boolean): Promise<Looked> {
    let known = this.#looked;
    let from: ServerPosition | 'end' = 'end';
    let to: ServerPosition | null = null;
    let id: string | undefined;
    for (let count = FIRST_PAGE; ; count = this.connection.settings.pageSize) {
      const page: AllStreamResolvedEvent[] = await readAllPage(this.connection, 'backwards', from, count);
      if (page.length > 0) to ??= placeOf(page[0]!);
      if (page.length > 0) id ??= idOf(page[0]!);
      for (const each of page) {
        if (known.to !== null && placeOf(each).commit <= known.to.commit) {
          if (placeOf(each).commit === known.to.commit && idOf(each) === known.id) return this.#remember({ head: known.head, to, id });
          known = await this.#forget(known);
        }
        const recorded = each.event && toRecorded(each.event, this.connection.settings);
        if (recorded && !isSame && known.head) await this.#makeSure(known.head);
        if (recorded) return this.#remember({ head: headOf(recorded), to, id });
      }
      if (page.length < count) {
        if (known.to !== null) await this.#forget(known);
        return this.#remember({ head: null, to, id });
      }
      from = placeOf(page[page.length - 1]!);
    }
  }

  /** The last event of ours at or before a position. Costs what lies between the two. */
  async at(position: Position): Promise<LogHead | null> {
    const place = fromPosition(position);
    // A position is inclusive when reading forwards, exclusive when reading backwards.
    const [here] = await readAllPage(this.connection, 'forwards', place, 1);
    // Nothing lies there or behind it: the server cannot read backwards from beyond its end.
    if (!here) return (await this.#look(false)).head;
    if (toPosition(placeOf(here)) === position) {
      const recorded = here.event && toRecorded(here.event, this.connection.settings);
      if (recorded) return headOf(recorded);
    }
    return lastBefore(this.connection, place, () => true);
  }

  /** The event is no longer where it was. The server may have removed events that are not ours; ours are never removed. */
  async #forget({ head }: Looked): Promise<Looked> {
    this.#looked = NOWHERE;
    this.#empty = null;
    if (head !== null) await this.#makeSure(head);
    return NOWHERE;
  }

  async #makeSure({ position, eventId }: LogHead): Promise<void> {
    const [there] = await readAllPage(this.connection, 'forwards', fromPosition(position), 1);
    if (there === undefined || idOf(there) !== eventId) this.#tellReplaced(position);
  }

  async #comesIntoSight(position: Position): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      const [there] = await readAllPage(this.connection, 'forwards', fromPosition(position), 1);
      if (there || tries === SEEN_AFTER.tries) return there !== undefined;
      await delay(SEEN_AFTER.pauseMs);
    }
  }

  #tellReplaced(position: Position): void {
    this.replaced(
      `The log at ${this.connection.name} does not hold its last event any more, at position ${position}: an earlier state of it, or another one, was put in its place ` +
        'while this process ran on it. It ends, for what it knows of the log is not so any more. Started again, it makes sure of which log it is.',
    );
  }

  /** Two looks may end in either order: the later one is kept. */
  #remember(looked: Looked): Looked {
    if (looked.to !== null && looked.to.commit > (this.#looked.to?.commit ?? -1n)) {
      this.#looked = looked;
      if (looked.head === null) this.#empty = looked.to;
    }
    return looked;
  }
}

const idOf = ({ event, link }: AllStreamResolvedEvent): string => (event ?? link)!.id;
const headOf = ({ position, recordedAt, id }: EventStoreDbRecordedEvent): LogHead => ({ position, recordedAt, eventId: id });

/** Backwards, page by page, to the first event of ours that will do. */
export async function lastBefore(connection: Connection, start: ServerPosition | 'end', willDo: (recordedAt: number) => boolean): Promise<LogHead | null> {
  let from = start;
  for (;;) {
    const page = await readAllPage(connection, 'backwards', from, connection.settings.pageSize);
    for (const { event } of page) {
      const recorded = event && toRecorded(event, connection.settings);
      if (recorded && willDo(recorded.recordedAt)) return headOf(recorded);
    }
    if (page.length < connection.settings.pageSize) return null;
    from = placeOf(page[page.length - 1]!);
  }
}
