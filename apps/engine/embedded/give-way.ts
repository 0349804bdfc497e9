import { platform, setPriority } from 'node:os';

const NICENESS = 5;

/**
 * Lets the other threads of the process go first when there is more work than processors: commands and imports
 * before read models, which catch up. Only Linux has a niceness for each thread (setpriority(2), notes); elsewhere
 * the call would slow down the whole process, so there all threads stay equal.
 */
export function giveWay(): void {
  if (platform() === 'linux') setPriority(0, NICENESS);
}
