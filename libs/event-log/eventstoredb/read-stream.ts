import { END, type ResolvedEvent, StreamNotFoundError } from '@eventstore/db-client';
import { StreamDamaged } from '../errors.js';
import type { Position } from '../event.js';
import type { Connection } from './connection.js';
import { fromPosition } from './position.js';
import type { EventStoreDbRecordedEvent } from './recorded-event.js';
import { deletedStream, readFailure } from './server-errors.js';
import type { KnownSettings } from './settings.js';
import { toRecorded } from './to-recorded.js';

export interface StreamRange {
  readonly from?: number;
  readonly limit?: number;
  readonly upTo?: Position;
  /** Only the leader is certain to know an append that was acknowledged just now. */
  readonly requiresLeader?: boolean;
}

/** Page after page, each revision in its place. Empty when the stream does not exist or ends before `from`. */
export async function readStream(
  connection: Connection,
  stream: string,
  { from = 0, limit = Number.MAX_SAFE_INTEGER, upTo, requiresLeader = false }: StreamRange = {},
) {
  if (upTo !== undefined) fromPosition(upTo);
  const events: EventStoreDbRecordedEvent[] = [];
  while (events.length < limit) {
    const count = Math.min(limit - events.length, connection.settings.pageSize);
    const page = await readStreamPage(connection, stream, from + events.length, count, requiresLeader);
    for (const event of page) {
      if (upTo !== undefined && event.position > upTo) return events;
      events.push(event);
    }
    if (page.length < count) break;
  }
  return events;
}

async function readStreamPage(connection: Connection, stream: string, from: number, maxCount: number, requiresLeader: boolean) {
  const { namespace } = connection.settings;
  try {
    const page = await connection.page((client) => client.readStream(namespace + stream, { fromRevision: BigInt(from), maxCount, requiresLeader }));
    return page.map((each, i) => inPlace(each, stream, from + i, connection.settings));
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw readFailure(error, connection.name, `The stream "${stream}"`);
    await refuseIfDeleted(connection, stream);
    return [];
  }
}

function inPlace({ event }: ResolvedEvent, stream: string, revision: number, settings: KnownSettings): EventStoreDbRecordedEvent {
  const recorded = event && toRecorded(event, settings);
  if (!recorded) {
    throw new StreamDamaged(
      stream,
      'foreign-event',
      `Revision ${event?.revision ?? revision} of stream "${stream}" ("${event?.type ?? 'a link'}") was not written by Tenure. ` +
        'Keep other applications off these streams, or give Tenure a namespace of its own.',
    );
  }
  if (recorded.revision !== revision) {
    throw new StreamDamaged(
      stream,
      'truncated',
      `Revisions ${revision} to ${recorded.revision - 1} of stream "${stream}" are gone. ` +
        'Take $maxCount, $maxAge and $tb out of its metadata; if a scavenge has run since, restore the server from a backup.',
    );
  }
  return recorded;
}

/** A deleted stream and one that never was look the same to a reader; only the first has metadata that hides its past. */
async function refuseIfDeleted(connection: Connection, stream: string): Promise<void> {
  try {
    const name = `$$${connection.settings.namespace}${stream}`;
    const [last] = await connection.page((client) => client.readStream(name, { direction: 'backwards', fromRevision: END, maxCount: 1 }));
    const metadata = (last?.event?.data ?? {}) as { $tb?: number; $maxAge?: number; $maxCount?: number };
    if (metadata.$tb || metadata.$maxAge || metadata.$maxCount !== undefined) throw deletedStream(stream);
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw readFailure(error, connection.name, `The metadata of stream "${stream}"`);
  }
}
