import fc from 'fast-check';
import { bisect } from './bisect.js';

it('finds exactly those who make the write fail, and writes all others once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(), { maxLength: 60 }), fc.func(fc.boolean()), async (items, isBad) => {
      const written: number[] = [];
      const failing = await bisect(
        items,
        async (some) => {
          if (some.some((item) => isBad(item))) throw new Error('bad');
          written.push(...some);
        },
        () => true,
      );
      expect(failing).toEqual(items.filter((item) => isBad(item)));
      expect(written).toEqual(items.filter((item) => !isBad(item)));
    }),
  );
});

it('finds one of a thousand in few writes', async () => {
  let writes = 0;
  const write = async (some: readonly number[]) => {
    writes += 1;
    if (some.includes(777)) throw new Error('bad');
  };
  expect(await bisect([...Array(1_000).keys()], write, () => true)).toEqual([777]);
  expect(writes).toBeLessThan(25);
});

it('blames nobody for what is nobody’s fault', async () => {
  const full = new Error('disk full');
  await expect(
    bisect(
      [1, 2],
      () => Promise.reject(full),
      (error) => error !== full,
    ),
  ).rejects.toBe(full);
});
