import type { EventFeed } from '@tenure/event-feed';
import type { Projector } from './projector.js';
import { ProjectorLoop } from './projector-loop.js';

it('a step that a full disk stops is tried again, and says cause and remedy meanwhile', async () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  let room = false;
  const heard: unknown[] = [];
  const projector = {
    position: null,
    busy: false,
    async step() {
      if (!room) throw full;
      return true;
    },
  } as unknown as Projector;
  const loop = new ProjectorLoop(projector, {} as EventFeed, 1, (error) => heard.push(error));
  loop.start();
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  try {
    await until(() => heard.length > 0);
    expect([loop.failure, heard]).toEqual(['The disk is full. Make room, then it goes on by itself.', [full]]);
    room = true;
    await until(() => loop.failure === null);
  } finally {
    await loop.stop();
  }
});
