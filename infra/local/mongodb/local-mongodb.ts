/** A server of the MongoDB protocol on 127.0.0.1, for tests. Its address and its data stay the same over restarts. */
export interface LocalMongoDb {
  /** E.g. `mongodb://127.0.0.1:40123`. */
  readonly url: string;
  /** The process that answers at `url`; changes with a restart. */
  readonly pid: number;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** SIGKILL to all processes that hold its data: unwritten data is gone. */
  kill(): Promise<void>;
  /** Ends it in good order if it runs, and starts it on the same data. */
  restart(): Promise<void>;
}
