import { type Page, type Parameters, pagesOf } from '@tenure/client';
import { fresh } from './fresh.js';
import { type Column, tableOf } from './output/table.js';
import type { Session } from './session.js';
import { wholeNumberOption } from './verb.js';

export interface ListRequest<Item> {
  readonly path: string;
  readonly parameters: Parameters;
  /** `--limit`, if given. */
  readonly limit: number | undefined;
  readonly columns: readonly Column<Item>[];
  /** Said instead of an empty table. */
  readonly none: string;
}

interface Listed<Item> extends Page<Item> {
  /** Why there is nothing to list. */
  readonly notEnoughData?: string;
}

const rowsForAPerson = 20;

export const limitOption = wholeNumberOption('--limit <n>', `how many at most (default: ${rowsForAPerson}, with --json all)`, 1);

/** A list: a table of its beginning for a person, every item on a line of its own with `--json`. */
export async function printList<Item>(session: Session, { path, parameters, limit, columns, none }: ListRequest<Item>): Promise<void> {
  const most = limit ?? (session.json ? Number.POSITIVE_INFINITY : rowsForAPerson);
  const { items, count, next, notEnoughData } = await fresh(session, async (client, freshness) => {
    const items: Item[] = [];
    let count = 0;
    let last: Listed<Item> = { items: [], next: null };
    for await (last of pagesOf<Listed<Item>>(client, path, { ...parameters, ...freshness }, most)) {
      count += last.items.length;
      if (session.json) for (const item of last.items) session.output.line(JSON.stringify(item));
      else items.push(...last.items);
    }
    return { items, count, next: last.next, notEnoughData: last.notEnoughData };
  });
  if (items.length > 0) session.output.line(tableOf(items, columns));
  if (count === 0) session.output.note(notEnoughData ?? none);
  else if (next !== null) session.output.hint(`There are more: --limit ${Math.max(count * 5, 100)} shows more of them, --json without --limit all.`);
}
