import type { Calls, Faults } from './faults.js';
import type { Store } from './store.js';
import type { Subscriptions } from './subscriptions.js';

/** What every call of the stand-in works on. */
export interface ServerState {
  readonly store: Store;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly subscriptions: Subscriptions;
  /** On 127.0.0.1. */
  port: number;
  /** Epoch milliseconds, with the offset that a test has set. */
  clock(): number;
}
