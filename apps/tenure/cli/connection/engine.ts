import type { Settings } from '@tenure/settings';
import type { RunningEngine } from '../../engine/start-engine.js';

/** `passing`: for one command only, on a free port, without announcing itself and without fitting models by itself. */
export interface EngineOptions {
  readonly passing: boolean;
}

/** Loaded when it is needed and not before: the engine takes longer to load than `--help` may take. */
export async function startEngine(settings: Settings, { passing }: EngineOptions): Promise<RunningEngine> {
  const engine = await import('../../engine/start-engine.js');
  return engine.startEngine(settings, { background: passing });
}
