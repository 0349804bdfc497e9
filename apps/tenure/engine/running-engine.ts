export interface StartOptions {
  /** A passing engine for one command of the command line: a free port, no models fitted, no engine file. */
  readonly background?: boolean;
  /** Hears what a start waits for, instead of the log. */
  readonly told?: (reason: string) => void;
}

export interface RunningEngine {
  readonly url: string;
  /** All roles, for as long as this engine runs. */
  readonly token: string;
  /** The key made by the first start on this data; it is never shown again. */
  readonly firstKey: string | null;
  close(): Promise<void>;
}
