import type { RelayState } from '@tenure/event-feed';
import type { AppendedLog } from '@tenure/event-log';
import type { HttpPorts } from '@tenure/http/ports';
import { customerIds } from '@tenure/importing';
import type { LogSecret } from '@tenure/log-secret';
import { type CheckedLog, operations, parkedElsewhere, RebuildRuns, recordingOperations, republishing, sharedRebuilder } from '@tenure/operating';
import { ViewKeeper } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { EventSource, QueryRunner, QueryService, recentLook } from '@tenure/querying';
import { openingEvents, openingPersonalData, type Vault } from '@tenure/vault';
import type { ReadingParts } from './reading-parts.js';

/** Read models at some distance: a look costs both sides a request. */
const LOOK_AGAIN_MS = 15;

export interface QueryParts extends ReadingParts {
  readonly secret: LogSecret;
  readonly vault: Vault;
  /** The log, where it may be appended to. */
  readonly guarded: AppendedLog;
}

/** Queries, exports, the events themselves, and what operators and auditors ask for. */
export async function serveQueries(
  { log, guarded, secret, vault, store, threads, settings }: QueryParts,
  relay: Pick<RelayState, 'read' | 'startOver'>,
): Promise<Pick<HttpPorts, 'queries' | 'events' | 'operations' | 'customerIds'>> {
  const { timezone, currency, querySeconds } = settings;
  const runner = new QueryRunner(readModels, store, recentLook(log), { timezone, currency, now: Date.now, personal: openingPersonalData(vault) });
  const queries = new QueryService({ runner, threads, log, seconds: querySeconds, lookAgainMs: LOOK_AGAIN_MS });
  const projections = readModels.map(({ projection }) => projection);
  const names = projections.map(({ name }) => name);
  const record = recordingOperations(guarded, secret);
  const rebuilder = sharedRebuilder(new ViewKeeper(projections, store, log), store);
  return {
    queries,
    customerIds: customerIds(log, secret),
    events: new EventSource(log, openingEvents(vault)),
    operations: operations({
      log,
      record,
      store,
      parkedCustomers: parkedElsewhere(record, store),
      replay: (to, { signal }) => threads.auditor.call('replay', to, { signal }),
      rebuilds: new RebuildRuns(rebuilder, (of) => threads.auditor.call<CheckedLog>('check', of), log, names),
      republish: republishing({ log, record: recordingOperations(log, secret), relay, store }),
      queries,
      customerQuery: readModels.flatMap((each) => each.queries).find(({ onlyOwnDocument }) => onlyOwnDocument)!,
      projections: names,
    }),
  };
}
