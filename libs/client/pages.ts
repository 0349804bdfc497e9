import type { Parameters, TenureClient } from './client.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Every item of a list, page by page, up to `most`; ends with whether there are more. */
export async function* itemsOf<Item>(client: TenureClient, path: string, parameters: Parameters, most: number): AsyncGenerator<Item, { more: boolean }> {
  let cursor: string | null = null;
  let left = most;
  do {
    const page: Page<Item> = await client.get(path, { ...parameters, limit: Math.min(left, pageSize), ...(cursor === null ? {} : { cursor }) });
    for (const item of page.items.slice(0, left)) yield item;
    left -= page.items.length;
    cursor = page.next;
  } while (cursor !== null && left > 0);
  return { more: cursor !== null || left < 0 };
}

const pageSize = 500;
