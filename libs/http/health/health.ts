/** What the edge asks of the process that it is the edge of. */
export interface Health {
  /** Empty when ready; else what is missing, a sentence each. */
  notReady(): readonly string[] | Promise<readonly string[]>;
  /** Of a process with threads. Empty while it may come right by itself; else why it had better be started again, a sentence each. */
  notLive?(): readonly string[];
  /** The body of `/v1/status`. */
  status(): Promise<object>;
}
