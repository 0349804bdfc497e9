// Loaded before the engine (NODE_OPTIONS=--import): on SIGUSR2 it carries out the order in the file TENURE_CHAOS_ORDER: {"endThread": n} or
// {"endThread": name} ends a running thread, as running out of memory does; {"wallClock": ms} offsets the wall clock of every thread.
import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const RealDate = Date;
const offset = threads.isMainThread ? new BigInt64Array(new SharedArrayBuffer(8)) : threads.getEnvironmentData('chaos.offset');

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(Date.now());
    else super(...given);
  }

  static now() {
    return RealDate.now() + Number(Atomics.load(offset, 0));
  }
};

if (threads.isMainThread) {
  threads.setEnvironmentData('chaos.offset', offset);
  const running = new Map();
  const chosen = (which) => (typeof which === 'number' ? [...running.keys()][which % running.size] : [...running].find(([, name]) => name === which)?.[0]);
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(script, options) {
      super(script, options);
      running.set(this, options?.name);
      this.once('exit', () => running.delete(this));
    }
  };
  syncBuiltinESMExports();
  process.on('SIGUSR2', () => {
    const order = JSON.parse(readFileSync(process.env.TENURE_CHAOS_ORDER, 'utf8'));
    if (order.wallClock !== undefined) Atomics.store(offset, 0, BigInt(order.wallClock));
    if (order.endThread !== undefined) chosen(order.endThread)?.terminate();
  });
}
