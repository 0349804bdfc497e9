import { SimulatedProcess } from './simulated-process.js';

export interface Server {
  readonly name: string;
  /** The error that its client throws when no answer comes. */
  unreachable(what: string): Error;
}

const LATEST_MS = 3_000;
const SLOW_ANSWERS = 0.2;

/**
 * A request to a server: it arrives, takes effect and is answered, unless it meets another fate. `half` does a part of it. Outside the simulation it
 * takes effect at once.
 */
export async function ask<T>(server: Server, what: string, effect: () => T | Promise<T>, half: () => void = () => undefined): Promise<T> {
  const process = SimulatedProcess.current();
  if (!process) return effect();
  const { world } = process;
  const request = `${server.name} ${what}`;
  await world.step(process, request);
  const fate = world.faults.next();
  if (fate !== 'fine') world.note(`${process.name}: ${request} FATE ${fate}`);
  if (fate === 'crash before') return crash(process);
  if (fate === 'late') world.after(world.outside, world.random.next() * LATEST_MS, `late: ${request} of ${process.name}`, () => unheard(effect));
  if (fate === 'half') half();
  if (fate === 'request lost' || fate === 'late' || fate === 'half') throw server.unreachable(what);
  const answer = await effect();
  if (fate === 'crash after') return crash(process);
  if (fate === 'answer lost') throw server.unreachable(what);
  if (world.random.chance(SLOW_ANSWERS)) await world.step(process, `${request}: answered`);
  return answer;
}

function crash(process: SimulatedProcess): Promise<never> {
  process.crash();
  return new Promise(() => undefined);
}

/** A server may refuse a request that arrives late; its sender no longer waits. */
async function unheard(effect: () => unknown): Promise<void> {
  try {
    await effect();
  } catch (error) {
    SimulatedProcess.current()?.world.note(`refused: ${(error as Error).message}`);
  }
}
