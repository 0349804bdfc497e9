import { type AppendRequest, type EventLog, LogUnavailable, type Position } from '@tenure/event-log';
import { ask, type Server } from '../kernel/ask.js';
import { SimulatedProcess } from '../kernel/simulated-process.js';
import type { MemoryLog } from './memory-log.js';

const server: Server = {
  name: 'log',
  unreachable: (what) => new LogUnavailable('unreachable', 'unknown', `The log did not answer to ${what}.`),
};

/** The log as seen by a process of the simulation. `lostSignals`: how often no reader is told of a new event. */
export function remoteLog(log: MemoryLog, lostSignals: number): EventLog {
  const read = <T>(what: string, effect: () => Promise<T>): Promise<T> => ask(server, what, effect);
  return {
    id: () => read('id', () => log.id()),
    append: (request: AppendRequest) => ask(server, `append to ${request.stream} at ${request.expected}`, () => log.append(request)),
    readStream: (stream, options) => read(`read ${stream}`, () => log.readStream(stream, options)),
    existing: (streams) => read('existing streams', () => log.existing(streams)),
    readAll: (options) => read(`read after ${options.after}`, () => log.readAll(options)),
    readStreams: (options) => log.readStreams(options),
    positionAt: (moment) => read('position at', () => log.positionAt(moment)),
    at: (position) => read('at', () => log.at(position)),
    head: () => read('head', () => log.head()),
    readPosition: (text) => log.readPosition(text),
    countAfter: () => log.countAfter(),
    waitFor: (after, signal) => waitFor(log, after, signal, lostSignals),
    close: async () => undefined,
  };
}

async function waitFor(log: MemoryLog, after: Position | null, signal: AbortSignal, lostSignals: number): Promise<void> {
  const process = SimulatedProcess.current()!;
  const { world } = process;
  const lost = world.faults.on && world.random.chance(lostSignals);
  await log.waitFor(lost ? '9'.repeat(16) : after, signal);
  await world.step(process, 'woken by the log');
}
