import { setTimeout as delay } from 'node:timers/promises';
import { type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

it('readiness, status and metrics say how long the event loop was held up', async () => {
  await delay(50);
  const until = performance.now() + 300;
  while (performance.now() < until);
  await delay(50);
  const ready = await (await edge.ask('/health/ready')).json();
  expect(ready).toEqual({ status: 'ready', loopLagMs: expect.any(Number) });
  expect(ready.loopLagMs).toBeGreaterThan(200);
  expect((await (await edge.ask('/v1/status')).json()).loopLagMs).toBeGreaterThan(200);
  const metrics = await (await edge.ask('/metrics')).text();
  expect(Number(/tenure_event_loop_lag_seconds\{quantile="1"\} (\S+)/.exec(metrics)![1])).toBeGreaterThan(0.2);
});

it('liveness fails only where a new process alone can help, and says why', async () => {
  expect((await edge.ask('/health/live')).status).toBe(200);
  edge.engine.notLive = ['The queries thread of the engine ended: it had used up its memory. It could not be started again, 5 times.'];
  const response = await edge.ask('/health/live');
  expect([response.status, await response.json()]).toEqual([503, expect.objectContaining({ code: 'not-live', detail: edge.engine.notLive[0] })]);
});
