import { platform, setPriority } from 'node:os';

const NICENESS = 5;

/**
 * Lets the other threads of the process go first when there are fewer processors than work: commands and imports
 * before read models, which catch up. Only Linux knows the niceness of a thread (setpriority(2), notes); elsewhere it
 * would slow down the whole process, so there all threads stay equal.
 */
export function giveWay(): void {
  if (platform() === 'linux') setPriority(0, NICENESS);
}
