import { readModels } from '@tenure/projections';
import type { PartitionedReadStore } from '@tenure/read-store';

/** Where the slowest partition of the slowest read model stands; empty while one has nothing. */
export async function readPosition(store: Pick<PartitionedReadStore, 'views' | 'checkpoints'>): Promise<string> {
  const live = (await store.views()).filter((view) => view.live && readModels.some(({ projection }) => projection.name === view.projection));
  if (live.length < readModels.length) return '';
  const positions = (await Promise.all(live.map((view) => store.checkpoints(view)))).flat().map((checkpoint) => checkpoint?.position ?? '');
  return positions.reduce((least, position) => (position < least ? position : least));
}
