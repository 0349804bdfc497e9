import type { ThreadState } from '@tenure/threads';
import { threadsNotLive, threadsNotReady } from './threads-health.js';

const running: ThreadState = { name: 'queries', state: 'running', restarts: 0, lastEnd: null, failedStarts: 0 };
const ended = 'The import thread of the engine ended: it had used up its memory.';

it('a thread that is started again keeps a process from being ready; one that waits for its next work does not, whatever ended it', () => {
  const restarting: ThreadState = { ...running, state: 'restarting', lastEnd: ended };
  expect(threadsNotReady([running, restarting])).toEqual([`${ended} It is being started again.`]);
  expect(threadsNotReady([running, { ...restarting, state: 'idle' }])).toEqual([]);
});

it.each(['restarting', 'idle'] as const)('only a new process helps a thread that could not be started five times in a row (%s)', (state) => {
  const vain: ThreadState = { name: 'import-1', state, restarts: 5, lastEnd: ended, failedStarts: 5 };
  expect(threadsNotLive([running, vain])).toEqual([`${ended} It could not be started again, 5 times.`]);
  expect(threadsNotLive([running, { ...vain, failedStarts: 4 }])).toEqual([]);
});
