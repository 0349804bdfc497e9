export interface StartOptions {
  /** An engine for one command of the command line: a free port, no models fitted, no engine file. */
  readonly background?: boolean;
  /** Starts with an empty log although events were recorded before. */
  readonly acceptLoss?: boolean;
  /** Called with what the start waits for, which is then not logged. */
  readonly told?: (reason: string) => void;
}

export interface RunningEngine {
  readonly url: string;
  /** Has all roles, for as long as this engine runs. */
  readonly token: string;
  /** The key made by the first start on this data; it is never shown again. */
  readonly firstKey: string | null;
  /** Signs a browser on this machine in, once; null where the engine is reached from other machines, and for a background engine. */
  readonly signInCode: string | null;
  /** Resolves, with the remedy, when the engine cannot continue; never else. */
  readonly failed: Promise<string>;
  close(): Promise<void>;
}
