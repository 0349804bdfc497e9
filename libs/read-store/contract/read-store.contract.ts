import type { DocumentChange, ReadSnapshot, ReadStore, View, ViewChanges } from '../read-store.js';

export interface StoreUnderTest {
  open(): Promise<ReadStore>;
  reopen(store: ReadStore): Promise<ReadStore>;
  dispose(): Promise<void>;
}

export interface Capabilities {
  /** A snapshot does not show later commits. Without this, a snapshot's checkpoint is a lower bound of what it shows. */
  readonly isolatedSnapshots: boolean;
  /** How many documents the server can take in the time of a test. */
  readonly manyDocuments: number;
}

const EVERYTHING: Capabilities = { isolatedSnapshots: true, manyDocuments: 12_345 };

const document = (key: string, revision: number, body: unknown) => ({ key, revision, body: JSON.stringify(body) });

/** What every read store guarantees. */
export function readStoreContract(name: string, make: () => Promise<StoreUnderTest>, { isolatedSnapshots, manyDocuments }: Capabilities = EVERYTHING): void {
  describe(`read store contract: ${name}`, () => {
    let subject: StoreUnderTest;
    let store: ReadStore;
    let view: View;

    const write = (changes: Partial<ViewChanges>, to = view) => store.commit(new Map([[to, { documents: [], sums: [], ...changes }]]));
    const look = async <T>(read: (snapshot: ReadSnapshot) => Promise<T>): Promise<T> => {
      const snapshot = await store.snapshot();
      try {
        return await read(snapshot);
      } finally {
        snapshot.close();
      }
    };

    beforeEach(async () => {
      subject = await make();
      store = await subject.open();
      view = await store.makeLive(await store.createView('retention', 1));
    });
    afterEach(async () => {
      await store.close();
      await subject.dispose();
    });

    it('keeps of which log a view is built', async () => {
      const ofLog = await store.createView('base', 1, 'log-1');
      expect((await store.views()).find(({ projection }) => projection === 'base')).toEqual(ofLog);
      expect(ofLog.logId).toBe('log-1');
      await store.makeLive(ofLog);
      expect(await look((snapshot) => snapshot.view('base'))).toMatchObject({ logId: 'log-1' });
    });

    it('gives back documents, sums, parked customers and the checkpoint of one commit', async () => {
      await write({
        documents: [document('b', 3, { n: 1 }), document('a', 0, [])],
        sums: [
          ['x|1', 2],
          ['x|2', 3],
          ['y', 4],
        ],
        park: [{ key: 'p', revision: 7, eventType: 'T', reason: 'because', parkedAt: 5 }],
        checkpoint: { position: '0007', recordedAt: 99, eventId: 'e-7' },
      });
      await look(async (snapshot) => {
        expect(await snapshot.get(view, 'b')).toEqual(document('b', 3, { n: 1 }));
        expect(await snapshot.get(view, 'nobody')).toBeNull();
        expect(await snapshot.count(view)).toBe(2);
        expect(await snapshot.sums(view, 'x|')).toEqual([
          ['x|1', 2],
          ['x|2', 3],
        ]);
        expect(await snapshot.sums(view, '')).toHaveLength(3);
        expect(await snapshot.parked(view)).toEqual([{ key: 'p', revision: 7, eventType: 'T', reason: 'because', parkedAt: 5 }]);
        expect(await snapshot.checkpoint(view)).toEqual({ position: '0007', recordedAt: 99, eventId: 'e-7' });
      });
    });

    it('keeps a divided document in pieces, of which only those that changed are written, and shows it whole', async () => {
      const frame = '{"n":[\u0001,\u0001]}';
      const piece = (n: number) => ({ id: `0.${n}`, text: `"${n}"` });
      const divided = (revision: number, ids: number[], added: number[], dropped: number[]): DocumentChange => {
        const name = (n: number) => piece(n).id;
        return { key: 'd', revision, body: frame, division: { ids: ids.map(name), added: added.map(piece), dropped: dropped.map(name) } };
      };
      await write({ documents: [document('a', 0, 1), divided(0, [1, 2], [1, 2], []), document('z', 0, 2)] });
      await write({ documents: [divided(1, [1, 3], [3], [2])] });
      const whole = { key: 'd', revision: 1, body: '{"n":["1","3"]}' };
      await look(async (snapshot) => {
        expect(await snapshot.get(view, 'd')).toEqual(whole);
        expect(await snapshot.page(view, { after: 'a', limit: 1 })).toEqual([whole]);
        const scanned = [];
        for await (const chunk of snapshot.scan(view)) scanned.push(...chunk);
        expect(scanned).toEqual([
          ['a', 1],
          ['d', { n: ['1', '3'] }],
          ['z', 2],
        ]);
      });
      expect((await store.load(view, ['d'])).get('d')).toEqual({ key: 'd', revision: 1, body: frame, pieces: [piece(1), piece(3)] });
    });

    it('loads, for its writer, what was last committed', async () => {
      await write({ documents: [document('a', 0, 1), document('b', 3, 2)] });
      await write({ documents: [document('a', 1, 3)] });
      const loaded = await store.load(view, ['a', 'nobody', 'b']);
      expect([...loaded.values()]).toEqual([document('a', 1, 3), document('b', 3, 2)]);
    });

    it('adds to sums, and forgets a sum that comes to nothing', async () => {
      await write({
        sums: [
          ['a', 5],
          ['b', 1],
        ],
      });
      await write({
        sums: [
          ['a', -5],
          ['b', 1],
          ['c', -2],
          ['d', 0],
        ],
      });
      expect(await look((snapshot) => snapshot.sums(view, ''))).toEqual([
        ['b', 2],
        ['c', -2],
      ]);
    });

    it('refuses a sum that would not be exact any more, and nothing of that commit is written', async () => {
      await write({ sums: [['a', Number.MAX_SAFE_INTEGER]] });
      const beyond = write({
        documents: [document('d', 0, 1)],
        sums: [
          ['a', 1],
          ['b', 1],
        ],
      });
      await expect(beyond).rejects.toThrow(/sum a of retention.*limbs/);
      expect(await look((snapshot) => snapshot.sums(view, ''))).toEqual([['a', Number.MAX_SAFE_INTEGER]]);
      expect(await look((snapshot) => snapshot.get(view, 'd'))).toBeNull();
      await write({ sums: [['a', -1]] });
      expect(await look((snapshot) => snapshot.sums(view, ''))).toEqual([['a', Number.MAX_SAFE_INTEGER - 1]]);
    });

    it('lets parked customers go', async () => {
      await write({ park: [{ key: 'p', revision: 1, eventType: 'T', reason: 'r', parkedAt: 5 }] });
      await write({ unpark: ['p'] });
      expect(await look((snapshot) => snapshot.parked(view))).toEqual([]);
    });

    it('pages and scans in order of key, every document once, whatever the keys', async () => {
      const keys = ['a', 'a"b', "a'b", 'a\\b', 'ä', '客户', 'z'];
      await write({ documents: keys.map((key, i) => document(key, i, { i })) });
      await look(async (snapshot) => {
        const paged: string[] = [];
        for (let after: string | null = null; ; ) {
          const page = await snapshot.page(view, { after, limit: 2 });
          paged.push(...page.map(({ key }) => key));
          if (page.length < 2) break;
          after = page[1]!.key;
        }
        expect(new Set(paged)).toEqual(new Set(keys));
        const scanned: string[] = [];
        for await (const chunk of snapshot.scan(view)) scanned.push(...chunk.map(([key]) => key));
        expect(scanned).toEqual(paged);
      });
    });

    it('scans more than one chunk', async () => {
      await write({ documents: Array.from({ length: manyDocuments }, (_, i) => document(String(i).padStart(6, '0'), 0, [i])) });
      let seen = 0;
      await look(async (snapshot) => {
        for await (const chunk of snapshot.scan(view))
          for (const [key, [i]] of chunk) {
            expect([Number(key), i]).toEqual([seen, seen]);
            seen += 1;
          }
      });
      expect(seen).toBe(manyDocuments);
    });

    it('shows in a snapshot all that its checkpoint stands for, or more', async () => {
      await write({ documents: [document('a', 0, 1)], sums: [['n', 1]], checkpoint: { position: '0', recordedAt: 1 } });
      const snapshot = await store.snapshot();
      await write({ documents: [document('a', 1, 2)], sums: [['n', 1]], checkpoint: { position: '1', recordedAt: 2 } });
      const position = Number((await snapshot.checkpoint(view))!.position);
      expect((await snapshot.get(view, 'a'))!.revision).toBeGreaterThanOrEqual(position);
      expect((await snapshot.sums(view, 'n'))[0]![1]).toBeGreaterThanOrEqual(position + 1);
      snapshot.close();
    });

    const ifIsolated = isolatedSnapshots ? it : it.skip;
    ifIsolated('shows a snapshot one moment only', async () => {
      await write({ documents: [document('a', 0, 1)], sums: [['n', 1]], checkpoint: { position: '1', recordedAt: 1 } });
      const snapshot = await store.snapshot();
      expect(await snapshot.checkpoint(view)).toEqual({ position: '1', recordedAt: 1 });
      await write({ documents: [document('a', 1, 2)], sums: [['n', 1]], checkpoint: { position: '2', recordedAt: 2 } });
      expect((await snapshot.get(view, 'a'))!.revision).toBe(0);
      expect(await snapshot.sums(view, 'n')).toEqual([['n', 1]]);
      snapshot.close();
      expect(await look((later) => later.checkpoint(view))).toEqual({ position: '2', recordedAt: 2 });
    });

    it('keeps builds apart, and switches readers at once', async () => {
      await write({ documents: [document('a', 0, 'old')] });
      const next = await store.createView('retention', 2);
      await write({ documents: [document('a', 0, 'new')] }, next);
      expect(await look((snapshot) => snapshot.view('retention'))).toMatchObject({ version: 1 });
      const live = await store.makeLive(next);
      expect(await look((snapshot) => snapshot.view('retention'))).toEqual(live);
      expect((await look((snapshot) => snapshot.get(live, 'a')))!.body).toBe('"new"');
      expect(await store.views()).toEqual([live]);
    });

    it('leaves a view that is live already as it is', async () => {
      await write({ documents: [document('a', 0, 'kept')] });
      expect(await store.makeLive(view)).toMatchObject({ build: view.build, live: true });
      expect(await look((snapshot) => snapshot.get(view, 'a'))).toEqual(document('a', 0, 'kept'));
    });

    it('drops a build that is not wanted', async () => {
      await store.dropView(await store.createView('retention', 2));
      expect(await store.views()).toEqual([view]);
      expect(await look((snapshot) => snapshot.view('nothing'))).toBeNull();
    });

    it('tells cells apart by prefix and keeps them in order, whatever their characters', async () => {
      const cells = ['x|a', 'x|～', 'x|😀', 'x}', 'y'];
      await write({ sums: cells.map((cell, i) => [cell, i + 1] as const) });
      expect(await look((snapshot) => snapshot.sums(view, 'x|'))).toEqual(cells.slice(0, 3).map((cell, i) => [cell, i + 1]));
      expect((await look((snapshot) => snapshot.sums(view, ''))).map(([cell]) => cell)).toEqual(cells);
    });

    it('has what it committed after a restart', async () => {
      await write({ documents: [document('a', 4, {})], checkpoint: { position: '9', recordedAt: 9 } });
      store = await subject.reopen(store);
      const [live] = await store.views();
      expect(live).toEqual(view);
      expect(await look((snapshot) => snapshot.checkpoint(live!))).toEqual({ position: '9', recordedAt: 9 });
    });
  });
}
