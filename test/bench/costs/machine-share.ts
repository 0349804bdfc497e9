import { cpus } from 'node:os';

/** From the call on: how many of the machine's cores were busy, and how many of them with this process. */
export function machineShare(): () => { busy: number; own: number } {
  const began = performance.now();
  const busyBefore = busyMs();
  const ownBefore = process.cpuUsage();
  return () => {
    const elapsed = performance.now() - began;
    const { user, system } = process.cpuUsage(ownBefore);
    return { busy: (busyMs() - busyBefore) / elapsed, own: (user + system) / 1_000 / elapsed };
  };
}

function busyMs(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}
