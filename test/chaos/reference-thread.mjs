// A thread that works for 2 ms of every 10 and never longer. It measures how late its timers were at the 99th percentile, in the windows of
// `libs/http/health/loop-lag.ts`: by that much the machine itself delays any process, because it is busy with something else.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';

const RESOLUTION_MS = 10;
const WINDOW_MS = 10_000;
const WORK_MS = 2;

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let before = 0;

const measured = () => (histogram.count === 0 ? 0 : Math.max(0, histogram.percentile(99) / 1e6 - RESOLUTION_MS));

histogram.enable();
setInterval(() => {
  const until = performance.now() + WORK_MS;
  while (performance.now() < until);
}, RESOLUTION_MS);
setInterval(() => {
  before = measured();
  histogram.reset();
}, WINDOW_MS);
parentPort.on('message', () => parentPort.postMessage(Math.max(before, measured())));
