import type { ReadSnapshot } from '@tenure/read-store';
import { cellsOf } from '../shared/cells/cells-of.js';
import { liveView } from '../shared/reading/live-view.js';
import { purchasesIn, returnsIn } from './cells.js';
import type { FileDocument } from './document.js';
import type { NamedByData } from './rows.js';

/** Every currency that anybody has bought or returned in, ascending; from the sums, without a look at any document. */
export async function knownCurrencies(snapshot: ReadSnapshot): Promise<string[]> {
  const view = await liveView(snapshot, 'customer-file');
  const cells = [...(await cellsOf(snapshot, view, purchasesIn)), ...(await cellsOf(snapshot, view, returnsIn))];
  return [...new Set(cells.map(([[currency]]) => currency))].sort();
}

const found = new WeakMap<ReadSnapshot, Promise<NamedByData>>();

/** Attributes are named by whoever records them: which there are takes a pass over the customers, one for each export. */
export function namedByData(snapshot: ReadSnapshot): Promise<NamedByData> {
  let named = found.get(snapshot);
  if (named === undefined) {
    named = findNames(snapshot);
    found.set(snapshot, named);
  }
  return named;
}

async function findNames(snapshot: ReadSnapshot): Promise<NamedByData> {
  const names = new Set<string>();
  for await (const chunk of snapshot.scan(await liveView(snapshot, 'customer-file'))) {
    for (const [, { attributes }] of chunk as Array<[string, FileDocument]>) {
      for (const [name, value] of attributes) if (value !== null) names.add(name);
    }
  }
  return { currencies: await knownCurrencies(snapshot), attributes: [...names].sort() };
}
