import { diskSentence, diskTrouble } from '../disk-trouble.js';
import { LogRefused } from '../errors.js';

/** @param outcome the result: `FILE cannot be opened`; null when the error is not the disk's */
export function refusedByDisk(error: unknown, outcome: string): LogRefused | null {
  const trouble = diskTrouble(error);
  if (trouble === null) return null;
  return new LogRefused(trouble.kind === 'full' ? 'disk-full' : 'io-error', diskSentence(error, 'start again', outcome)!, { cause: error });
}
