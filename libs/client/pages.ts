import type { Parameters, TenureClient } from './client.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The most that a list gives at once. */
const largestPage = 1_000;

/** The pages of a list until `most` items have come; `next` of the last tells whether there are more. */
export async function* pagesOf<List extends Page<unknown>>(client: TenureClient, path: string, parameters: Parameters, most: number): AsyncGenerator<List> {
  let cursor: string | null = null;
  let left = most;
  do {
    const page: List = await client.get(path, { ...parameters, limit: Math.min(left, largestPage), cursor });
    yield page;
    left -= page.items.length;
    cursor = page.next;
  } while (cursor !== null && left > 0);
}
