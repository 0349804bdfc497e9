import { copyKeys, type ListedKeys } from './copy-keys.js';
import type { WrappedKey } from './keys.js';
import { MemoryKeys } from './testing/memory-keys.js';

const key = (customerId: string, byte: number): WrappedKey => ({ customerId, epoch: 1, secretEpoch: 1, wrapped: Buffer.alloc(92, byte) });
const all = [key('a', 1), key('b', 2), key('c', 3)];

/** Returns two keys at a time, whatever size is requested. */
const source: ListedKeys = { place: 'the source', id: async () => 'ours', pages: () => [all.slice(0, 2), all.slice(2)] };

let target: MemoryKeys;
beforeEach(() => {
  target = new MemoryKeys();
});
const there = () => target.read(['a', 'b', 'c']);

it('copies every key, as it is wrapped, and once more after an interruption', async () => {
  await target.begin('ours');
  await target.keep(all.slice(0, 1));
  for (let time = 0; time < 2; time += 1) expect(await copyKeys(source, target)).toBe(3);
  expect([await target.id(), await there()]).toEqual(['ours', all]);
});

it('copies nothing of a vault that has not begun', async () => {
  expect(await copyKeys({ ...source, id: async () => null }, target)).toBe(0);
  expect([await target.id(), await there()]).toEqual([null, []]);
});

it('copies nothing into the vault of another log', async () => {
  await target.begin("another log's");
  await expect(copyKeys(source, target)).rejects.toMatchObject({ code: 'another', message: expect.stringMatching(/of another log.*memory.*TENURE_NAMESPACE/) });
  expect(await there()).toEqual([]);
});

it('refuses where a customer has another key there, and leaves that as it is', async () => {
  await target.begin('ours');
  await target.keep([key('b', 9)]);
  await expect(copyKeys(source, target)).rejects.toMatchObject({ code: 'another', message: expect.stringMatching(/customer "b".*TENURE_NAMESPACE/) });
  expect((await target.read(['b']))[0]).toEqual(key('b', 9));
});
