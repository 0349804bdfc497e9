import { type Answer, type Page, type PagedRoute, pagesOf, type Query } from '@tenure/client';
import { type FreshRoute, fresh } from './fresh.js';
import { type MaybeFitted, onceFitted } from './once-fitted.js';
import { type Column, grouped, tableOf } from './output/table.js';
import type { Session } from './session.js';
import { wholeNumberOption } from './verb.js';

export interface ListRequest<Path extends ListRoute, Item, List> {
  readonly path: Path;
  readonly parameters: Query<Path>;
  /** The value of `--limit`, if given. */
  readonly limit: number | undefined;
  /** A function if the answer says how to read a cell, such as in which time zone. */
  readonly columns: readonly Column<Item>[] | ((list: List) => readonly Column<Item>[]);
  /** Shown instead of an empty table. */
  readonly none: string;
  /** Tables before the list; not with `--json`. */
  before?(list: List): string | null;
  /** Notes on the list for a person. */
  about?(list: List): string | null;
}

export interface Listed<Item> extends Page<Item>, MaybeFitted {
  /** Why the list is empty. */
  readonly notEnoughData?: string;
  /** Other currencies in which values are available. */
  readonly otherCurrencies?: readonly { readonly currency: string; readonly customers: number }[];
}

/** The routes whose pages a list can show. */
export type ListRoute = PagedRoute & FreshRoute;
type ItemOf<Path extends ListRoute> = Answer<'get', Path> extends Page<infer Item> ? Item : never;

const rowsForAPerson = 20;

export const limitOption = wholeNumberOption('--limit <n>', `how many at most (default: ${rowsForAPerson}, with --json all)`, 1);

/** A list: for a person a table of its first items; with `--json` every item on a line of its own. */
export async function printList<Path extends ListRoute>(session: Session, request: ListRequest<Path, ItemOf<Path>, Answer<'get', Path>>): Promise<void> {
  type Item = ItemOf<Path>;
  type Whole = Listed<Item> & Answer<'get', Path>;
  const { path, parameters, limit, columns, none } = request;
  const most = limit ?? (session.json ? Number.POSITIVE_INFINITY : rowsForAPerson);
  const { items, count, first, next } = await onceFitted(session, () =>
    fresh(session, async (client, freshness) => {
      const items: Item[] = [];
      let count = 0;
      let first: Listed<Item> | null = null as Listed<Item> | null;
      let next: string | null = null;
      for await (const page of pagesOf(client, path, { ...parameters, ...freshness }, most)) {
        const listed = page as unknown as Listed<Item>;
        first ??= listed;
        next = listed.next;
        count += listed.items.length;
        if (session.json) for (const item of listed.items) session.output.line(JSON.stringify(item));
        else items.push(...listed.items);
      }
      return { items, count, first, next, fitPending: count === 0 && first?.fitPending };
    }),
  );
  if (count === 0) {
    if (first?.notEnoughData === undefined) session.output.note(none);
    else session.output.answer(withoutItems(first), ({ notEnoughData }) => notEnoughData ?? none);
    if (first !== null) sayCurrencies(session, first);
    return;
  }
  if (items.length > 0 && first !== null) {
    const before = request.before?.(first as Whole) ?? null;
    if (before !== null) session.output.line(`${before}\n`);
    session.output.line(tableOf(items, typeof columns === 'function' ? columns(first as Whole) : columns));
    const about = request.about?.(first as Whole) ?? null;
    if (about !== null) session.output.hint(about);
    sayCurrencies(session, first);
  }
  if (next !== null) session.output.hint(`There are more: --limit ${Math.max(count * 5, 100)} shows more of them, --json without --limit all.`);
}

/** An answer without items that says why: a script reads it on stdout, as a person does. */
function withoutItems({ items: _items, next: _next, ...rest }: Listed<unknown>): Pick<Listed<unknown>, 'notEnoughData'> {
  return rest;
}

function sayCurrencies(session: Session, { otherCurrencies = [] }: Listed<unknown>): void {
  const others = otherCurrencies.map(({ currency, customers }) => `--currency ${currency} (${grouped(customers)} customers)`);
  if (others.length > 0) session.output.hint(`There is also ${others.join(', ')}.`);
}
