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
  /** Everything up to here has been looked at; null when the log is empty altogether. */
  readonly to: ServerPosition | null;
}

/** The last event of all is one of ours, or known, unless the server is shared. */
const FIRST_PAGE = 1;

/**
 * The last event of ours. Other applications' events may lie behind it, so the log is read backwards, but never again
 * over what has been looked at before.
 */
export class Head {
  #looked: Looked = { head: null, to: null };
  #empty: ServerPosition | null = null;

  constructor(private readonly connection: Connection) {}

  /** Nothing of ours lies before this place, as far as has been looked. */
  get start(): ServerPosition | 'start' {
    return this.#empty ?? 'start';
  }

  async look(): Promise<Looked> {
    const known = this.#looked;
    let from: ServerPosition | 'end' = 'end';
    let to: ServerPosition | null = null;
    for (let count = FIRST_PAGE; ; count = this.connection.settings.pageSize) {
      const page: AllStreamResolvedEvent[] = await readAllPage(this.connection, 'backwards', from, count);
      if (page.length > 0) to ??= placeOf(page[0]!);
      for (const each of page) {
        if (known.to !== null && placeOf(each).commit <= known.to.commit) return this.#remember({ head: known.head, to });
        const recorded = each.event && toRecorded(each.event, this.connection.settings.namespace);
        if (recorded) return this.#remember({ head: headOf(recorded), to });
      }
      if (page.length < count) return this.#remember({ head: null, to });
      from = placeOf(page[page.length - 1]!);
    }
  }

  /** The last of ours at or before a position. Costs what lies between the two. */
  async at(position: Position): Promise<LogHead | null> {
    const place = fromPosition(position);
    if (this.#looked.head?.position === position) return this.#looked.head;
    // Forwards a position is inclusive, backwards it is not.
    const [here] = await readAllPage(this.connection, 'forwards', place, 1);
    // Nothing lies there or behind: the server cannot read backwards from beyond its end.
    if (!here) return (await this.look()).head;
    if (toPosition(placeOf(here)) === position) {
      const recorded = here.event && toRecorded(here.event, this.connection.settings.namespace);
      if (recorded) return headOf(recorded);
    }
    return lastBefore(this.connection, place, () => true);
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

const headOf = ({ position, recordedAt, id }: EventStoreDbRecordedEvent): LogHead => ({ position, recordedAt, eventId: id });

/** Backwards, page by page, to the first event of ours that will do. */
export async function lastBefore(connection: Connection, start: ServerPosition | 'end', willDo: (recordedAt: number) => boolean): Promise<LogHead | null> {
  let from = start;
  for (;;) {
    const page = await readAllPage(connection, 'backwards', from, connection.settings.pageSize);
    for (const { event } of page) {
      const recorded = event && toRecorded(event, connection.settings.namespace);
      if (recorded && willDo(recorded.recordedAt)) return headOf(recorded);
    }
    if (page.length < connection.settings.pageSize) return null;
    from = placeOf(page[page.length - 1]!);
  }
}
