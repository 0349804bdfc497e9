import type { Calls, Faults } from './faults.js';
import type { Store } from './store.js';
import type { Subscriptions } from './subscriptions.js';

/** The state shared by all calls of the stand-in. */
export interface ServerState {
  readonly store: Store;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly subscriptions: Subscriptions;
  /** On 127.0.0.1. */
  port: number;
  /** Epoch milliseconds, with the offset set by a test. */
  clock(): number;
}
