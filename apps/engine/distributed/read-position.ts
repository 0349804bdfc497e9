import { isOfCustomers } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import type { PartitionedReadStore } from '@tenure/read-store';

const names = readModels.flatMap(({ projection }) => (isOfCustomers(projection) ? [projection.name] : []));

/** Where the slowest partition of the slowest read model of customers stands, because models learn from those; empty while one has nothing. */
export async function readPosition(store: Pick<PartitionedReadStore, 'views' | 'checkpoints'>): Promise<string> {
  const live = (await store.views()).filter((view) => view.live && names.includes(view.projection));
  if (live.length < names.length) return '';
  const positions = (await Promise.all(live.map((view) => store.checkpoints(view)))).flat().map((checkpoint) => checkpoint?.position ?? '');
  return positions.reduce((least, position) => (position < least ? position : least));
}
