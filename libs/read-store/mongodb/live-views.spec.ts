import type { View } from '../read-store.js';
import { LiveViews } from './live-views.js';

const view = (projection: string, build: number, live: boolean): View => ({ projection, version: 1, build, live, logId: null });

describe('the views that readers see', () => {
  let asked = 0;
  let views: View[] = [];
  const all = async () => {
    asked += 1;
    return views;
  };
  const known = () => new LiveViews({ all });
  beforeEach(() => {
    asked = 0;
    views = [view('retention', 1, true), view('retention', 2, false)];
  });

  it('are asked for once, however many read at a time', async () => {
    const live = known();
    expect(await Promise.all([live.of('retention'), live.of('retention'), live.of('complaints')])).toEqual([views[0], views[0], null]);
    expect(asked).toBe(1);
  });

  it('are known anew at once to whoever has switched them', async () => {
    const live = known();
    await live.of('retention');
    views = [view('retention', 2, true)];
    expect((await live.of('retention'))!.build).toBe(1);
    live.forget();
    expect((await live.of('retention'))!.build).toBe(2);
  });

  it('are asked for again when they could not be had', async () => {
    let fails = true;
    const live = new LiveViews({ all: () => (fails ? Promise.reject(new Error('no server')) : Promise.resolve(views)) });
    await expect(live.of('retention')).rejects.toThrow('no server');
    fails = false;
    expect(await live.of('retention')).toBe(views[0]);
  });
});
