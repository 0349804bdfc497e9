import type { RunningEngine } from '@tenure/engine/running-engine';
import type { Settings } from '@tenure/settings';

/** `passing`: for one command only, on a free port, without announcing itself and without fitting models by itself. */
export interface EngineOptions {
  readonly passing: boolean;
  readonly acceptLoss?: boolean;
  /** Hears what the start waits for. */
  readonly told?: (reason: string) => void;
}

/** Loaded when it is needed and not before: the engine takes longer to load than `--help` may take. */
export async function startEngine(settings: Settings, { passing, acceptLoss, told }: EngineOptions): Promise<RunningEngine> {
  const options = { background: passing, acceptLoss, told };
  if (settings.profile === 'distributed') return (await import('@tenure/engine/distributed')).startDistributed(settings, options);
  return (await import('@tenure/engine/embedded')).startEmbedded(settings, options);
}
