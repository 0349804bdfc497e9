/** The questions that the edge asks its process. */
export interface Health {
  /** Empty when ready; otherwise what is missing, a sentence each. */
  notReady(): readonly string[] | Promise<readonly string[]>;
  /** For a process with threads. Empty while it may recover by itself; otherwise why a restart is needed, a sentence each. */
  notLive?(): readonly string[];
  /** The body of `/v1/status`. */
  status(): Promise<object>;
}
