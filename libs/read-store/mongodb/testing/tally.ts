import type { CellAmount, Checkpoint, ReadSnapshot, ReadStore, View, ViewChanges } from '../../read-store.js';

/** A minimal projection: a customer's document counts its events. */
interface Tally {
  readonly events: number;
  /** Makes documents as large as a test wants them. */
  readonly ballast: string;
}

function contributions({ events }: Tally): CellAmount[] {
  return [
    ['customers', 1],
    ['events', events],
    [`level|${events % 3}`, 1],
  ];
}

/** Adds one event for each of the customers, as an engine would fold it: once, from what is stored. */
export async function oneMore(store: ReadStore, view: View, keys: readonly string[], checkpoint: Checkpoint, ballast = ''): Promise<Map<View, ViewChanges>> {
  const stored = await store.load(view, keys);
  const sums: CellAmount[] = [];
  const documents = keys.map((key) => {
    const before = stored.get(key);
    const document: Tally = { events: (before ? JSON.parse(before.body).events : 0) + 1, ballast };
    if (before) for (const [cell, amount] of contributions(JSON.parse(before.body))) sums.push([cell, -amount]);
    sums.push(...contributions(document));
    return { key, revision: document.events - 1, body: JSON.stringify(document) };
  });
  return new Map([[view, { documents, sums, checkpoint }]]);
}

export interface Standing {
  /** Events by customer. */
  readonly events: Readonly<Record<string, number>>;
  readonly sums: Readonly<Record<string, number>>;
  /** The sums computed from the documents. */
  readonly recomputed: Readonly<Record<string, number>>;
  readonly position: string | null;
}

export async function standing(store: { snapshot(): Promise<ReadSnapshot> }, view: View): Promise<Standing> {
  const snapshot = await store.snapshot();
  const events: Record<string, number> = {};
  const recomputed: Record<string, number> = {};
  for await (const chunk of snapshot.scan(view)) {
    for (const [key, document] of chunk) {
      events[key] = document.events;
      for (const [cell, amount] of contributions(document)) recomputed[cell] = (recomputed[cell] ?? 0) + amount;
    }
  }
  const sums = Object.fromEntries(await snapshot.sums(view, ''));
  return { events, sums, recomputed, position: (await snapshot.checkpoint(view))?.position ?? null };
}
