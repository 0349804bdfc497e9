export interface StartOptions {
  /** A passing engine for one command of the command line: a free port, no models fitted, no engine file. */
  readonly background?: boolean;
  /** Starts with an empty log where events have been. */
  readonly acceptLoss?: boolean;
  /** Hears what a start waits for, instead of the log. */
  readonly told?: (reason: string) => void;
}

export interface RunningEngine {
  readonly url: string;
  /** All roles, for as long as this engine runs. */
  readonly token: string;
  /** The key made by the first start on this data; it is never shown again. */
  readonly firstKey: string | null;
  /** Resolves, with what is to be done, when the engine cannot go on; never else. */
  readonly failed: Promise<string>;
  close(): Promise<void>;
}
