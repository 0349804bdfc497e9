import type { Query, QueryContext, Row } from '@tenure/querying';
import { asked, type Texts } from './asked.js';

interface Page {
  readonly count: number;
  readonly items: readonly object[];
  readonly next: string | null;
}

/** Asks as an address says, page by page; the rows are those of a download of each page. */
export async function follow<Answer extends Page>(about: QueryContext, query: Query, link: string, more: Texts = {}): Promise<Answer & { rows: Row[] }> {
  const { pathname, searchParams } = new URL(link, 'http://localhost');
  expect(pathname).toBe(`/v1/${query.path}`);
  const parameters = { ...Object.fromEntries(searchParams), ...more, limit: '40' };
  const pages: Answer[] = [];
  let cursor: string | null = null;
  do {
    pages.push((await query.run(about, asked(query.params, { ...parameters, cursor }) as never)) as Answer);
    cursor = pages.at(-1)!.next;
  } while (cursor !== null);
  const items = pages.flatMap((page) => page.items);
  return { ...pages[0]!, items, rows: pages.flatMap((page) => [...query.rows!(page as never)]) };
}

/** How many customers a list has, each counted once. */
export const customersIn = (items: ReadonlyArray<{ readonly customerId: string }>): number => new Set(items.map(({ customerId }) => customerId)).size;
