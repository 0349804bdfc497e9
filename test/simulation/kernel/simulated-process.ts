import { AsyncLocalStorage } from 'node:async_hooks';
import type { World } from './world.js';

const current = new AsyncLocalStorage<SimulatedProcess>();

/** Code that lives and dies together. Results it awaits from the world arrive only while it runs. */
export class SimulatedProcess {
  state: 'running' | 'paused' | 'dead' = 'running';
  /** Offset of its wall clock from the true time. */
  skewMs = 0;

  constructor(
    readonly world: World,
    readonly name: string,
    private readonly died: () => void = () => undefined,
  ) {}

  /** The process whose code is running; null outside the simulation. */
  static current(): SimulatedProcess | null {
    return current.getStore() ?? null;
  }

  run<T>(work: () => T): T {
    return current.run(this, work);
  }

  /** From here on nothing it awaits arrives. Requests it has sent may still arrive. */
  crash(): void {
    if (this.state === 'dead') return;
    this.state = 'dead';
    this.world.forget(this);
    this.died();
  }
}
