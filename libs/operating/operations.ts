import type { EventLog, Position } from '@tenure/event-log';
import { PARKED_EVENT_DISCARDED, type ParkedEventDiscarded, projectionStream } from '@tenure/projecting';
import { type Asker, type AsOf, type Moment, NotFound, type Query, type QueryService, requireRecorded } from '@tenure/querying';
import type { Replay } from '@tenure/querying/past';
import type { ReadStore } from '@tenure/read-store';
import type { ParkedCustomer } from './parked-customer.js';
import type { RebuildRuns } from './rebuild-runs.js';
import type { RebuildStatus } from './rebuild-status.js';
import type { RecordOperation } from './recording-operations.js';

/** All throw `NotFound` for a missing thing. */
export interface Operations {
  startRebuild(request: { readonly projection: string | null; readonly check: boolean }): Promise<RebuildStatus>;
  rebuild(id: string): Promise<RebuildStatus>;
  cancelRebuild(id: string): Promise<RebuildStatus>;
  parked(projection: string | null): Promise<readonly ParkedCustomer[]>;
  /** Applies the customer's waiting events again; `parked` tells whether the customer stays parked. */
  retryParked(projection: string, customerId: string, actor: string): Promise<{ readonly parked: boolean; readonly reason?: string }>;
  discardParked(projection: string, customerId: string, reason: string, actor: string): Promise<void>;
  /**
   * Has the log published to the topic again, from its beginning. `position` is that of the decision.
   * @throws LogRefused where topic or read models have seen facts that the log no longer holds, and `acceptLoss` is not set
   */
  republish(request: { readonly reason: string; readonly acceptLoss: boolean }, actor: string): Promise<{ readonly position: Position }>;
  /** The state as it was recorded by a moment: of one customer, or the counts over all. */
  replay(to: Moment, customerId: string | null, asker: Asker): Promise<{ readonly answer: object; readonly asOf: AsOf }>;
}

/** The holder of parked customers. Both resolve when it has tried again. */
export interface ParkedCustomers {
  retry(projection: string, customerId: string, actor: string): Promise<void>;
  /** Called after the discard has been recorded in the log. */
  discarded(projection: string, customerId: string): Promise<void>;
}

/** Has the log published again; absent where read models follow the log itself. Resolves with the position of the decision. */
export type Republish = (request: { readonly reason: string; readonly acceptLoss: boolean }, actor: string) => Promise<Position>;

export interface OperationsParts {
  readonly log: EventLog;
  readonly record: RecordOperation;
  readonly store: Pick<ReadStore, 'snapshot'>;
  readonly parkedCustomers: ParkedCustomers;
  /** The state of all customers at an earlier moment. */
  readonly replay: (to: Moment, asker: Asker) => Promise<{ answer: Replay; asOf: AsOf }>;
  readonly rebuilds: RebuildRuns;
  readonly republish: Republish | null;
  readonly queries: Pick<QueryService, 'run'>;
  /** The query for the page on one customer, which a replay of one customer answers. */
  readonly customerQuery: Query;
  readonly projections: readonly string[];
}

/** The operations of an operator or an auditor on a running engine. */
export function operations({
  log,
  record,
  store,
  parkedCustomers,
  replay,
  rebuilds,
  republish,
  queries,
  customerQuery,
  projections,
}: OperationsParts): Operations {
  async function parked(only: string | null): Promise<ParkedCustomer[]> {
    const snapshot = await store.snapshot();
    try {
      const found: ParkedCustomer[] = [];
      for (const projection of projections.filter((name) => only === null || name === only)) {
        const view = await snapshot.view(projection);
        for (const { key, ...rest } of view ? await snapshot.parked(view) : []) found.push({ projection, customerId: key, ...rest });
      }
      return found;
    } finally {
      snapshot.close();
    }
  }

  async function parkedCustomer(projection: string, customerId: string): Promise<ParkedCustomer> {
    const found = (await parked(projection)).find((each) => each.customerId === customerId);
    if (!found) throw new NotFound('not-parked', `Customer "${customerId}" is not parked in "${projection}". List them with "tenure parked list".`);
    return found;
  }

  async function stillParked(projection: string, customerId: string): Promise<{ parked: boolean; reason?: string }> {
    const again = (await parked(projection)).find((each) => each.customerId === customerId);
    return again ? { parked: true, reason: again.reason } : { parked: false };
  }

  return {
    startRebuild: (request) => rebuilds.start(request),
    rebuild: async (id) => rebuilds.get(id),
    cancelRebuild: (id) => rebuilds.cancel(id),
    parked,
    async retryParked(projection, customerId, actor) {
      await parkedCustomer(projection, customerId);
      await parkedCustomers.retry(projection, customerId, actor);
      return stillParked(projection, customerId);
    },
    async discardParked(projection, customerId, reason, actor) {
      const { revision } = await parkedCustomer(projection, customerId);
      const data: ParkedEventDiscarded = { customerId, revision, reason };
      await record({ stream: projectionStream(projection), type: PARKED_EVENT_DISCARDED, data, actor });
      await parkedCustomers.discarded(projection, customerId);
    },
    async republish(request, actor) {
      if (republish) return { position: await republish(request, actor) };
      throw new NotFound('no-topic', 'This engine is one process: its read models follow the log itself, and there is no topic to publish to.');
    },
    async replay(to, customerId, asker) {
      if ('position' in to) await requireRecorded(log, 'to', to.position);
      const freshness = { minPosition: null, timeoutMs: 0, onTimeout: 'fail', asAt: to } as const;
      if (customerId !== null) return queries.run(customerQuery, { customerId }, freshness, { personal: true }, asker);
      return replay(to, asker);
    },
  };
}
