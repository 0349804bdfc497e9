import { createHash } from 'node:crypto';
import type { ReadSnapshot, View } from '@tenure/read-store';

const PAGE = 2_000;

/** SHA-256 over every document and every sum of a view, in key order: equal digests, equal bytes. */
export async function digestView(snapshot: ReadSnapshot, view: View): Promise<string> {
  const hash = createHash('sha256');
  let after: string | null = null;
  for (;;) {
    const page = await snapshot.page(view, { after, limit: PAGE });
    for (const { key, revision, body } of page) hash.update(`${key}\0${revision}\0${body}\n`);
    if (page.length < PAGE) break;
    after = page[page.length - 1]!.key;
  }
  for (const [cell, amount] of await snapshot.sums(view, '')) hash.update(`${cell}\0${amount}\n`);
  return hash.digest('hex');
}
