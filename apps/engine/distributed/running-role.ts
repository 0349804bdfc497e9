import type { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import type { Health } from '@tenure/http';

/** Says what a metric stands at. */
export type Metric = (name: string, help: string, value: number, labels?: Readonly<Record<string, string>>) => void;

export interface Metrics {
  readonly gauge: Metric;
  /** Of what only grows for as long as the process lives. */
  readonly counter: Metric;
}

/** A role that works, as its process sees it. */
export interface RunningRole {
  /** Where the API keys are kept, for the routes of health and metrics. */
  readonly log: EventStoreDbEventLog;
  readonly health: Health;
  /** Called whenever `/metrics` is asked for. */
  measure(metrics: Metrics): void;
  close(): Promise<void>;
}
