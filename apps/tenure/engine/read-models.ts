import type { EventLogReader } from '@tenure/event-log';
import { breakOfViews, type Standing } from '@tenure/projecting';
import { markedDamage, ReadModelsDamaged, SqliteReadStore, setAside, unmarkDamage } from '@tenure/read-store';

/** Read models that were not gone on with: they are kept under another name, and built anew from the log. */
export interface SetAside {
  readonly reason: string;
  readonly keptAs: string;
  readonly at: string;
}

export interface OpenedReadModels {
  readonly store: SqliteReadStore;
  readonly setAside: SetAside | null;
}

/** Opens the read models of this log for writing. Those of another log, of events that this one does not hold, or damaged ones are set aside. */
export async function openReadModels(file: string, log: Pick<EventLogReader, 'id' | 'at' | 'head'>): Promise<OpenedReadModels> {
  const marked = markedDamage(file);
  if (marked !== null) return startAnew(file, marked);
  let store: SqliteReadStore;
  try {
    store = SqliteReadStore.openForWriting(file);
  } catch (error) {
    if (!(error instanceof ReadModelsDamaged)) throw error;
    return startAnew(file, error.message);
  }
  const found = await breakOfViews(log, await standingOf(store));
  if (found === null) return { store, setAside: null };
  await store.close();
  return startAnew(file, `They are not of this log: ${found.detail}. A log was put in the place of another, or restored to an earlier state.`);
}

function startAnew(file: string, reason: string): OpenedReadModels {
  const now = new Date();
  const keptAs = setAside(file, now);
  unmarkDamage(file);
  return { store: SqliteReadStore.openForWriting(file), setAside: { reason, keptAs, at: now.toISOString() } };
}

async function standingOf(store: SqliteReadStore): Promise<Standing> {
  const snapshot = await store.snapshot();
  try {
    const views = await store.views();
    return await Promise.all(views.map(async (view) => [view, [await snapshot.checkpoint(view)]] as const));
  } finally {
    snapshot.close();
  }
}
