import type { ViewKeeper } from '@tenure/projecting';
import type { PartitionedReadStore, View } from '@tenure/read-store';
import { sharedRebuilder } from './shared-rebuilder.js';

let views: View[];
const view = (build: number, live = false): View => ({ projection: 'retention', version: 1, build, live, logId: null });
const store = {
  views: async () => views,
  dropView: async (dropped: View) => {
    views = views.filter((each) => each.build !== dropped.build);
  },
} as unknown as PartitionedReadStore;
const keeper = {
  rebuild: async () => {
    const asked = view(Math.max(...views.map(({ build }) => build)) + 1);
    views.push(asked);
    return asked;
  },
} as unknown as ViewKeeper;

async function asked() {
  views = [view(1, true)];
  const rebuilder = sharedRebuilder(keeper, store);
  await rebuilder.start(['retention']);
  return rebuilder;
}

it('runs until readers see what was asked for, or what was begun later', async () => {
  const rebuilder = await asked();
  expect(await rebuilder.look()).toMatchObject({ running: true });
  views = [view(1, true), view(3)];
  expect(await rebuilder.look()).toMatchObject({ running: true });
  views = [view(3, true)];
  expect(await rebuilder.look()).toMatchObject({ running: false });
});

it('does not call done what somebody has dropped', async () => {
  const rebuilder = await asked();
  views = [view(1, true)];
  await expect(rebuilder.look()).rejects.toThrow('What was being built of retention has been dropped: ask for it again.');
});

it('cancels what is built in the place of it, too, and never what readers see', async () => {
  const rebuilder = await asked();
  views = [view(1, true), view(3)];
  expect(await rebuilder.cancel()).toBe(true);
  expect(views).toEqual([view(1, true)]);
  views = [view(4, true)];
  expect(await rebuilder.cancel()).toBe(false);
});
