import { processorSeconds } from '../own-process.js';

/** Microseconds of processor time, of this process and of a server, for the same piece of work. */
export interface ProcessorTimes {
  readonly own: number;
  readonly server: number;
}

/** The cost of a task for this process and the server it talks to; nothing else may talk to that server meanwhile. */
export async function processorTimesOf(serverPid: number, work: () => Promise<void>): Promise<ProcessorTimes> {
  const own = process.cpuUsage();
  const server = processorSeconds(serverPid) ?? Number.NaN;
  await work();
  const { user, system } = process.cpuUsage(own);
  return { own: user + system, server: ((processorSeconds(serverPid) ?? Number.NaN) - server) * 1e6 };
}
