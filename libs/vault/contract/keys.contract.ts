import type { Keys, WrappedKey } from '../keys.js';

const key = (customerId: string, epoch: number, byte: number): WrappedKey => ({ customerId, epoch, secretEpoch: 1, wrapped: Buffer.alloc(92, byte) });

/** @param open the same place each time, empty before each test */
export function keysContract(name: string, open: () => Promise<Keys>): void {
  describe(`${name} keeps keys`, () => {
    let keys: Keys;
    beforeEach(async () => {
      keys = await open();
    });
    afterEach(() => keys.close());

    it('has no id before it has begun, and then one, whoever begins it again', async () => {
      expect(await keys.id()).toBeNull();
      expect(await keys.begin('one')).toBe('one');
      expect(await keys.begin('another')).toBe('one');
      expect(await keys.id()).toBe('one');
    });

    it('gives what was kept, of the customers asked for and of all their epochs, and nothing of others', async () => {
      await keys.begin('one');
      const all = [key('a', 1, 1), key('a', 2, 2), key('ä b', 1, 3), key('c', 1, 4)];
      expect(await keys.keep(all)).toEqual(all);
      const found = await keys.read(['a', 'ä b', 'nobody']);
      expect(found.toSorted((one, other) => one.wrapped[0]! - other.wrapped[0]!)).toEqual(all.slice(0, 3));
      expect(await keys.read([])).toEqual([]);
    });

    it('keeps the first of two, and tells the second maker which that is', async () => {
      await keys.begin('one');
      await keys.keep([key('a', 1, 1)]);
      expect(await keys.keep([key('a', 1, 9), key('b', 1, 2)])).toEqual([key('a', 1, 1), key('b', 1, 2)]);
      const other = await open();
      try {
        expect(await other.read(['a'])).toEqual([key('a', 1, 1)]);
      } finally {
        await other.close();
      }
    });

    it('takes many at once', async () => {
      await keys.begin('one');
      const many = Array.from({ length: 5_000 }, (_, n) => key(`customer ${n}`, 1, n % 256));
      await keys.keep(many);
      expect(await keys.read(many.map(({ customerId }) => customerId))).toHaveLength(5_000);
    });
  });
}
