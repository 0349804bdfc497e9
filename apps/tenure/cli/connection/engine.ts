import type { RunningEngine } from '@tenure/engine/running-engine';
import type { Settings } from '@tenure/settings';

/** `passing`: for one command only, on a free port, unannounced, and without automatic fits. */
export interface EngineOptions {
  readonly passing: boolean;
  readonly acceptLoss?: boolean;
  /** Called with what the start waits for. */
  readonly told?: (reason: string) => void;
}

/** Loaded only when needed: loading the engine takes longer than `--help` may take. */
export async function startEngine(settings: Settings, { passing, acceptLoss, told }: EngineOptions): Promise<RunningEngine> {
  const options = { background: passing, acceptLoss, told };
  if (settings.profile === 'distributed') return (await import('@tenure/engine/distributed')).startDistributed(settings, options);
  return (await import('@tenure/engine/embedded')).startEmbedded(settings, options);
}
