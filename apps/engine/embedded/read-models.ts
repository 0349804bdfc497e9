import type { EventFeed } from '@tenure/event-feed';
import type { EventLogReader } from '@tenure/event-log';
import { breakOfViews, type Projection, Projector, type Standing } from '@tenure/projecting';
import { ReadModelsDamaged } from '@tenure/read-store';
import { isDamage, markedDamage, SqliteReadStore, setAside, unmarkDamage } from '@tenure/read-store/sqlite';

/** Read models that were not continued: they are kept under another name, and rebuilt from the log. */
export interface SetAside {
  readonly reason: string;
  readonly keptAs: string;
  readonly at: string;
}

export interface OpenedReadModels {
  readonly store: SqliteReadStore;
  readonly setAside: SetAside | null;
}

/** Opens the read models of this log for writing. Damaged ones, those of another log and those of events that this log does not hold are set aside. */
export async function openReadModels(file: string, log: Pick<EventLogReader, 'id' | 'at' | 'head'>): Promise<OpenedReadModels> {
  const marked = markedDamage(file);
  if (marked !== null) return startAnew(file, marked);
  const opened = await openSound(file);
  if ('damage' in opened) return startAnew(file, opened.damage);
  const { store, standing } = opened;
  const found = await breakOfViews(log, standing);
  if (found === null) return { store, setAside: null };
  await store.close();
  return startAnew(file, `They are not of this log: ${found.detail}. A log was put in the place of another, or restored to an earlier state.`);
}

/** Read models with the projector that continues them; if it finds them damaged, it starts from scratch. */
export async function openProjector(
  projections: readonly Projection[],
  feed: EventFeed,
  log: EventLogReader,
  file: string,
): Promise<OpenedReadModels & { readonly projector: Projector }> {
  const opened = await openReadModels(file, log);
  try {
    return { ...opened, projector: await Projector.open(projections, feed, log, opened.store) };
  } catch (error) {
    if (!isDamage(error)) throw error;
    await closeDamaged(opened.store);
    const anew = startAnew(file, new ReadModelsDamaged(file, error).message);
    return { ...anew, projector: await Projector.open(projections, feed, log, anew.store) };
  }
}

function startAnew(file: string, reason: string): OpenedReadModels {
  const now = new Date();
  const keptAs = setAside(file, now);
  unmarkDamage(file);
  return { store: SqliteReadStore.openForWriting(file), setAside: { reason, keptAs, at: now.toISOString() } };
}

/** The store with the positions of its views, or SQLite's complaint about the file: some damage shows only when the file is read. */
async function openSound(file: string): Promise<{ readonly store: SqliteReadStore; readonly standing: Standing } | { readonly damage: string }> {
  let store: SqliteReadStore | null = null;
  try {
    store = SqliteReadStore.openForWriting(file);
    return { store, standing: await standingOf(store) };
  } catch (error) {
    if (error instanceof ReadModelsDamaged) return { damage: error.message };
    if (!isDamage(error)) throw error;
    if (store !== null) await closeDamaged(store);
    return { damage: new ReadModelsDamaged(file, error).message };
  }
}

/** Closes its connections. What is left of its write-ahead log may no longer fit the file. */
async function closeDamaged(store: SqliteReadStore): Promise<void> {
  try {
    await store.close();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
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
