import type { TenureClient } from '@tenure/client';

/** An engine to talk to, and what to do with it afterwards. */
export interface Connection {
  readonly client: TenureClient;
  /** False for an engine that lives for this command only, which does nothing unasked. */
  readonly lasting: boolean;
  /** Ends the engine if it was started for this command; leaves any other alone. */
  close(): Promise<void>;
}
