import type { TenureClient } from './client.js';
import type { Answer, Carried, Query, Request, Route } from './routes.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The routes that answer page by page. */
export type PagedRoute = {
  [Path in Route<'get'>]: 'cursor' extends keyof Query<Path> ? (Answer<'get', Path> extends Page<unknown> ? Path : never) : never;
}[Route<'get'>];

/** The largest page that a list gives. */
const largestPage = 1_000;

/** The pages of a list until `most` items have come; `next` of the last tells whether there are more. */
export async function* pagesOf<Path extends PagedRoute>(
  client: TenureClient,
  path: Path,
  query: Query<Path>,
  most: number,
): AsyncGenerator<Answer<'get', Path>> {
  let cursor: string | null = null;
  let left = most;
  do {
    const request = { query: { ...query, limit: Math.min(left, largestPage), cursor } };
    const page: Answer<'get', Path> = await client.get(path, ...([request] as unknown as Carried<Request<'get', Path>>));
    yield page;
    const { items, next } = page as unknown as Page<unknown>;
    left -= items.length;
    cursor = next;
  } while (cursor !== null && left > 0);
}
