import { type Page, type Parameters, pagesOf } from '@tenure/client';
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

const rowsForAPerson = 20;

export const limitOption = wholeNumberOption('--limit <n>', `how many at most (default: ${rowsForAPerson}, with --json all)`, 1);

/** A list: a table of its beginning for a person, every item on a line of its own with `--json`. */
export async function printList<Item>(session: Session, { path, parameters, limit, columns, none }: ListRequest<Item>): Promise<void> {
  const client = await session.client();
  const most = limit ?? (session.json ? Number.POSITIVE_INFINITY : rowsForAPerson);
  const items: Item[] = [];
  let count = 0;
  let more = false;
  let missing: string | undefined;
  for await (const page of pagesOf<Page<Item> & { notEnoughData?: string }>(client, path, parameters, most)) {
    count += page.items.length;
    more = page.next !== null;
    missing = page.notEnoughData;
    if (session.json) for (const item of page.items) session.output.line(JSON.stringify(item));
    else items.push(...page.items);
  }
  if (items.length > 0) session.output.line(tableOf(items, columns));
  if (count === 0) session.output.note(missing ?? none);
  else if (more) session.output.hint(`There are more: --limit ${Math.max(count * 5, 100)} shows more of them, --json without --limit all.`);
}
