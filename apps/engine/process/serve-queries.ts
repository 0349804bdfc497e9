import type { AppendedLog, EventLog } from '@tenure/event-log';
import type { HttpPorts } from '@tenure/http/ports';
import { customerIds } from '@tenure/importing';
import type { LogSecret } from '@tenure/log-secret';
import { type CheckedLog, operations, RebuildRuns, recordingOperations } from '@tenure/operating';
import { readModels } from '@tenure/projections';
import { EventSource, QueryRunner, QueryService } from '@tenure/querying';
import type { Settings } from '@tenure/settings';
import { openingEvents, openingPersonalData, type Vault } from '@tenure/vault';
import type { ReadModelParts } from './read-model-parts.js';

export interface QueryParts {
  readonly log: EventLog;
  /** The log, where decisions are recorded. */
  readonly guarded: AppendedLog;
  readonly secret: LogSecret;
  readonly vault: Vault;
  readonly reading: ReadModelParts;
  readonly settings: Pick<Settings, 'timezone' | 'currency' | 'querySeconds'>;
}

/** Queries, exports, the events themselves, and requests of operators and auditors. */
export function serveQueries({
  log,
  guarded,
  secret,
  vault,
  reading,
  settings,
}: QueryParts): Pick<HttpPorts, 'queries' | 'events' | 'operations' | 'customerIds'> {
  const { store, threads, look, lookAgainMs, parkedCustomers, rebuilder, republish } = reading;
  const { timezone, currency, querySeconds } = settings;
  const runner = new QueryRunner(readModels, store, look, { timezone, currency, now: Date.now, personal: openingPersonalData(vault) });
  const queries = new QueryService({ runner, threads, log, seconds: querySeconds, lookAgainMs });
  const projections = readModels.map(({ projection }) => projection.name);
  return {
    queries,
    customerIds: customerIds(log, secret),
    events: new EventSource(log, openingEvents(vault)),
    operations: operations({
      log,
      record: recordingOperations(guarded, secret),
      store,
      parkedCustomers,
      replay: (to, { signal }) => threads.auditor.call('replay', to, { signal }),
      rebuilds: new RebuildRuns(rebuilder, (of) => threads.auditor.call<CheckedLog>('check', of), log, projections),
      republish,
      queries,
      customerQuery: readModels.flatMap((each) => each.queries).find(({ onlyOwnDocument }) => onlyOwnDocument)!,
      projections,
    }),
  };
}
