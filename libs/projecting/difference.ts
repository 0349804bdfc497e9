import type { ReadSnapshot, StoredDocument, View } from '@tenure/read-store';

/** Where a read model differs from its events. Values are left out: they may be personal. */
export interface Difference {
  readonly projection: string;
  /** Null: a sum over all customers, named by `field`. */
  readonly customerId: string | null;
  /** RFC 6901 pointer into the document, or the cell of a sum. */
  readonly field: string;
  /** The read model's content differs from what the events say, exceeds it, or is missing. */
  readonly change: 'changed' | 'added' | 'removed';
}

const PAGE = 500;

/** The first differences between a live view and a fresh fold, customer by customer, then sum by sum. */
export async function differencesOf(
  projection: string,
  [live, liveView]: readonly [ReadSnapshot, View],
  [rebuilt, rebuiltView]: readonly [ReadSnapshot, View],
  most: number,
): Promise<Difference[]> {
  const found: Difference[] = [];
  const note = (customerId: string | null, field: string, change: Difference['change']) => {
    if (found.length < most) found.push({ projection, customerId, field, change });
  };
  for await (const [was, is] of side(documentsOf(live, liveView), documentsOf(rebuilt, rebuiltView))) {
    if (found.length === most) return found;
    if (was && is) compare(read(was), read(is), '', (field, change) => note(was.key, field, change));
    else note((was ?? is)!.key, '', was ? 'added' : 'removed');
  }
  const [before, after] = [new Map(await live.sums(liveView, '')), new Map(await rebuilt.sums(rebuiltView, ''))];
  for (const [cell, amount] of before) if (after.get(cell) !== amount) note(null, cell, after.has(cell) ? 'changed' : 'added');
  for (const cell of after.keys()) if (!before.has(cell)) note(null, cell, 'removed');
  return found;
}

async function* documentsOf(snapshot: ReadSnapshot, view: View): AsyncGenerator<StoredDocument> {
  let after: string | null = null;
  for (;;) {
    const page: StoredDocument[] = await snapshot.page(view, { after, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    after = page[page.length - 1]!.key;
  }
}

/** Two lists in ascending order of key, side by side. */
async function* side(
  one: AsyncGenerator<StoredDocument>,
  other: AsyncGenerator<StoredDocument>,
): AsyncGenerator<readonly [StoredDocument | null, StoredDocument | null]> {
  let [a, b] = [(await one.next()).value ?? null, (await other.next()).value ?? null] as [StoredDocument | null, StoredDocument | null];
  while (a || b) {
    const order = a && b ? Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) : a ? -1 : 1;
    yield [order <= 0 ? a : null, order >= 0 ? b : null];
    if (order <= 0) a = (await one.next()).value ?? null;
    if (order >= 0) b = (await other.next()).value ?? null;
  }
}

function read({ revision, body }: StoredDocument): unknown {
  try {
    return { revision, document: JSON.parse(body) };
  } catch {
    return { revision, document: body };
  }
}

function compare(was: unknown, is: unknown, pointer: string, note: (field: string, change: Difference['change']) => void): void {
  if (!isObject(was) || !isObject(is)) {
    if (was !== is) note(pointer, 'changed');
    return;
  }
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const field = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!(name in is)) note(field, 'added');
    else if (!(name in was)) note(field, 'removed');
    else compare(was[name], is[name], field, note);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
