import type { ReadSnapshot, ReadStore, StoredDocument, View, ViewChanges } from '@tenure/read-store';

/** The parts of its store that a projector uses. */
type WrittenStore = Pick<ReadStore, 'views' | 'load' | 'commit'> & { snapshot(): Promise<Pick<ReadSnapshot, 'checkpoint' | 'parked' | 'close'>> };

/** Documents of live views in memory: a store that never keeps a projector waiting. `committed` gets each commit. */
export function memoryReadStore(views: readonly View[], committed: (changes: ReadonlyMap<View, ViewChanges>) => void = () => undefined): ReadStore {
  const documents = new Map(views.map((view) => [view, new Map<string, StoredDocument>()]));
  const store: WrittenStore = {
    views: async () => [...views],
    async load(view, keys) {
      const all = documents.get(view)!;
      return new Map(keys.flatMap((key) => (all.has(key) ? [[key, all.get(key)!] as const] : [])));
    },
    async commit(changes: ReadonlyMap<View, ViewChanges>) {
      for (const [view, { documents: changed }] of changes) for (const document of changed) documents.get(view)!.set(document.key, document);
      committed(changes);
    },
    snapshot: async () => ({ checkpoint: async () => null, parked: async () => [], close: () => undefined }),
  };
  return store as ReadStore;
}
