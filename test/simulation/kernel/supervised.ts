import { SimulatedProcess } from './simulated-process.js';
import type { World } from './world.js';

const LONGEST_DOWN_MS = 800;

/** A process that is restarted whenever it has ended, as a cluster does. */
export class Supervised {
  process: SimulatedProcess;

  constructor(
    private readonly world: World,
    readonly name: string,
    private readonly main: () => Promise<void>,
  ) {
    this.process = this.#start();
  }

  pause(ms: number): void {
    const { process, world } = this;
    if (process.state !== 'running') return;
    process.state = 'paused';
    world.note(`${process.name}: PAUSED for ${Math.round(ms)} ms`);
    world.after(world.outside, ms, `wakes ${process.name}`, () => {
      if (process.state === 'paused') process.state = 'running';
    });
  }

  #start(): SimulatedProcess {
    const { world, name, main } = this;
    const process = new SimulatedProcess(world, name, () => {
      world.note(`${name}: DEAD`);
      world.after(world.outside, world.random.next() * LONGEST_DOWN_MS, `starts ${name}`, () => {
        this.process = this.#start();
      });
    });
    process.run(() =>
      main().catch((error: Error) => {
        world.note(`${name}: ends with ${error.message}`);
        process.crash();
      }),
    );
    return process;
  }
}
