import { setTimeout as delay } from 'node:timers/promises';
import { PARKED_RETRY_REQUESTED, type ParkedRetryRequested, projectionStream } from '@tenure/projecting';
import { Unavailable } from '@tenure/querying';
import type { Parked, PartitionedReadStore } from '@tenure/read-store';
import type { ParkedCustomers } from './operations.js';
import type { RecordOperation } from './recording-operations.js';

const LOOK_AGAIN_MS = 100;
const LONGEST_MS = 15_000;

/**
 * Parked customers that projectors in other processes hold: decisions about them are recorded in the log, where these
 * projectors look for them; this process waits for the result.
 */
export function parkedElsewhere(record: RecordOperation, store: Pick<PartitionedReadStore, 'snapshot'>): ParkedCustomers {
  async function find(projection: string, customerId: string): Promise<Parked | undefined> {
    const snapshot = await store.snapshot();
    try {
      const view = await snapshot.view(projection);
      return view ? (await snapshot.parked(view)).find(({ key }) => key === customerId) : undefined;
    } finally {
      snapshot.close();
    }
  }

  /** Resolves once it was tried again: the customer is gone from the list, or parked again. */
  async function untilTried(projection: string, customerId: string, before: Parked | undefined): Promise<void> {
    const deadline = performance.now() + LONGEST_MS;
    for (;;) {
      const now = await find(projection, customerId);
      if (!now || now.parkedAt !== before?.parkedAt) return;
      if (performance.now() > deadline) {
        throw new Unavailable('projector-silent', `No projector has taken up customer "${customerId}" yet. It will when one runs; see /v1/status.`, 15);
      }
      await delay(LOOK_AGAIN_MS);
    }
  }

  return {
    async retry(projection, customerId, actor) {
      const before = await find(projection, customerId);
      const data: ParkedRetryRequested = { customerId };
      await record({ stream: projectionStream(projection), type: PARKED_RETRY_REQUESTED, data, actor });
      await untilTried(projection, customerId, before);
    },
    discarded: async (projection, customerId) => untilTried(projection, customerId, await find(projection, customerId)),
  };
}
