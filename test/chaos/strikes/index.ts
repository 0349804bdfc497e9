import type { Strike } from '../strike.js';
import { carelessReaders } from './careless-readers.js';
import { cutImport } from './cut-import.js';
import { endedThread } from './ended-thread.js';
import { failingDisk } from './failing-disk.js';
import { hostileImports } from './hostile-imports.js';
import { jumpingClock } from './jumping-clock.js';
import { manyStreams } from './many-streams.js';
import { powerCut } from './power-cut.js';
import { restoredLog } from './restored-log.js';
import { revokedKey } from './revoked-key.js';

export const strikes: readonly Strike[] = [
  carelessReaders,
  cutImport,
  endedThread,
  failingDisk,
  hostileImports,
  jumpingClock,
  manyStreams,
  powerCut,
  restoredLog,
  revokedKey,
];
