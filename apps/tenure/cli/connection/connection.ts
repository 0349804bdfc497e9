import type { TenureClient } from '@tenure/client';

/** An engine to talk to, and what to do with it afterwards. */
export interface Connection {
  readonly client: TenureClient;
  /** Ends the engine if it was started for this command; leaves any other alone. */
  close(): Promise<void>;
}
