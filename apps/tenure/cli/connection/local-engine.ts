import { join } from 'node:path';
import { type EngineFile, readEngineFile } from '@tenure/engine/engine-file';

/** The engine of the data folder's engine file, or null. */
export function localEngine(dataFolder: string): EngineFile | null {
  return readEngineFile(join(dataFolder, 'engine.json'));
}
