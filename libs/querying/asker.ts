/** The party that waits for an answer. Queues are fair between keys; work ends once the signal aborts. */
export interface Asker {
  /** Id of the access key, or of a part of the engine. */
  readonly key: string;
  readonly signal: AbortSignal;
}
