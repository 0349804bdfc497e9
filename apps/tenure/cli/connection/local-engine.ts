import { join } from 'node:path';
import { type EngineFile, readEngineFile } from '@tenure/engine/engine-file';

/** The engine that says it runs on this data folder, or null. */
export function localEngine(dataFolder: string): EngineFile | null {
  return readEngineFile(join(dataFolder, 'engine.json'));
}
