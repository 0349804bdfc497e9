import type { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import type { Health } from '@tenure/http';

/** Sets a metric to its current value. */
export type Metric = (name: string, help: string, value: number, labels?: Readonly<Record<string, string>>) => void;

export interface Metrics {
  readonly gauge: Metric;
  /** For values that only grow while the process lives. */
  readonly counter: Metric;
}

/** A role that works, as its process sees it. */
export interface RunningRole {
  /** Where the API keys are kept, for the routes of health and metrics. */
  readonly log: EventStoreDbEventLog;
  readonly health: Health;
  /** Called on each request for `/metrics`. */
  measure(metrics: Metrics): void;
  close(): Promise<void>;
}
