import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Prefix of the folders in which read models of an earlier moment are built. */
export const PAST_FOLDER = 'past-';

/** Removes what a thread has left in a folder when it ended during a build. */
export function sweepPast(scratch: string): void {
  for (const name of readdirSync(scratch)) if (name.startsWith(PAST_FOLDER)) rmSync(join(scratch, name), { recursive: true, force: true });
}
