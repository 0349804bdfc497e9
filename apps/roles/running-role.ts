import type { EventLog } from '@tenure/event-log';
import type { Health } from '@tenure/http/ports';

/** Sets a gauge of `/metrics`. */
export type Gauge = (name: string, help: string, value: number, labels?: Readonly<Record<string, string>>) => void;

/** A role that works, as its process sees it. */
export interface RunningRole {
  /** Where the API keys are kept, for the routes of health and metrics. */
  readonly log: EventLog;
  readonly health: Health;
  /** Called whenever `/metrics` is asked for. */
  measure(gauge: Gauge): void;
  close(): Promise<void>;
}
