import type { Settings } from '@tenure/settings';

/** An engine in this process. */
export interface RunningEngine {
  readonly url: string;
  readonly token: string;
  /** The API key, once: on the first start on this data. */
  readonly firstKey: string | null;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Leave the file by which other commands find this engine. */
  readonly announce?: boolean;
  /** Keep views current and models fitted by itself. */
  readonly background?: boolean;
}

/** Loaded when it is needed and not before: the engine takes longer to load than `--help` may take. */
export async function startEngine(settings: Settings, options: EngineOptions): Promise<RunningEngine> {
  const engine = await import('../../engine/start-engine.js');
  return engine.startEngine(settings, options);
}
