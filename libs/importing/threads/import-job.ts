import type { HashMaterial } from '@tenure/log-secret';
import type { ImportOptions } from '../import-options.js';

/** One import, as it is sent to the thread that reads the file. */
export interface ImportJob {
  readonly options: ImportOptions;
  readonly secret: { readonly material: HashMaterial; readonly isKeyedThroughout: boolean };
  /** The folder for spooled files, and the largest size of one. */
  readonly folder: string;
  readonly inputBytes: number;
  /** The budget that all imports share, and the slot of this one. */
  readonly budget: { readonly memory: SharedArrayBuffer; readonly place: number; readonly bytes: number };
}
