import type { Snapshots } from '../snapshots.js';

export interface SnapshotsUnderTest {
  readonly snapshots: Snapshots;
  /** The warnings given so far. */
  readonly warnings: readonly string[];
  dispose(): Promise<void>;
}

/** What every snapshot adapter guarantees. */
export function snapshotsContract(name: string, make: () => Promise<SnapshotsUnderTest>): void {
  describe(`snapshots contract: ${name}`, () => {
    let subject: SnapshotsUnderTest;
    beforeEach(async () => {
      subject = await make();
    });
    afterEach(() => subject.dispose());

    it('has nothing of a stream of which nothing was kept', async () => {
      expect(await subject.snapshots.read('customer-a')).toEqual([]);
    });

    it('gives parts back in order, those of each stream apart', async () => {
      const { snapshots } = subject;
      expect(await snapshots.keep('customer-a', { n: 1, state: { name: 'Ä', of: [null, 'x'] } }, true)).toBe(true);
      expect(await snapshots.keep('customer-b', { n: 7 }, true)).toBe(true);
      expect(await snapshots.keep('customer-a', { n: 2 }, false)).toBe(true);
      expect(await snapshots.read('customer-a')).toEqual([{ n: 1, state: { name: 'Ä', of: [null, 'x'] } }, { n: 2 }]);
      expect(await snapshots.read('customer-b')).toEqual([{ n: 7 }]);
    });

    it('gives many parts back', async () => {
      for (let n = 0; n < 30; n++) await subject.snapshots.keep('customer-a', { n, names: 'x'.repeat(5_000) }, n === 0);
      expect((await subject.snapshots.read('customer-a')).map((part) => (part as { n: number }).n)).toEqual([...Array(30).keys()]);
    });

    it('drops what was there when a part begins anew', async () => {
      const { snapshots, warnings } = subject;
      for (const n of [1, 2, 3]) await snapshots.keep('customer-a', { n }, n !== 2);
      expect(await snapshots.read('customer-a')).toEqual([{ n: 3 }]);
      await snapshots.keep('customer-a', { n: 4 }, false);
      expect(await snapshots.read('customer-a')).toEqual([{ n: 3 }, { n: 4 }]);
      expect(warnings).toEqual([]);
    });
  });
}
