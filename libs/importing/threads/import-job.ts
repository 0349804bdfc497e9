import type { HashMaterial } from '@tenure/log-secret';
import type { ImportOptions } from '../import-options.js';

/** One import, as it crosses to the thread that reads the file. */
export interface ImportJob {
  readonly options: ImportOptions;
  readonly secret: { readonly material: HashMaterial; readonly isKeyedThroughout: boolean };
  /** Where files are put by, and how many bytes one may have. */
  readonly folder: string;
  readonly inputBytes: number;
  /** What all imports may put by together, and which place of it is this one's. */
  readonly budget: { readonly memory: SharedArrayBuffer; readonly place: number; readonly bytes: number };
}
