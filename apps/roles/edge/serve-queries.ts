import type { RelayState } from '@tenure/event-feed/kafka';
import type { HttpPorts } from '@tenure/http/ports';
import { ViewKeeper } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { EventSource, QueryRunner, QueryService } from '@tenure/querying';
import { openingEvents, openingPersonalData, type Vault } from '@tenure/vault';
import { customerIds } from './customer-ids.js';
import { operations } from './operations.js';
import { parkedElsewhere } from './parked-elsewhere.js';
import type { CheckedLog } from './query-handlers.js';
import type { ReadingParts } from './reading-parts.js';
import { RebuildRuns } from './rebuild-runs.js';
import { recentLook } from './recent-look.js';
import { republishing } from './republish.js';
import { sharedRebuilder } from './shared-rebuilder.js';

/** Read models at some distance: a look costs both sides a request. */
const LOOK_AGAIN_MS = 15;

/** Queries, exports, the events themselves, and what operators and auditors ask for. */
export async function serveQueries(
  { log, secret, vault, store, threads, settings }: ReadingParts & { readonly vault: Vault },
  relay: Pick<RelayState, 'read' | 'startOver'>,
): Promise<Pick<HttpPorts, 'queries' | 'events' | 'operations' | 'customerIds'>> {
  const { timezone, currency, querySeconds } = settings;
  const runner = new QueryRunner(readModels, store, recentLook(log), { timezone, currency, now: Date.now, personal: openingPersonalData(vault) });
  const queries = new QueryService({ runner, threads, log, seconds: querySeconds, lookAgainMs: LOOK_AGAIN_MS });
  const projections = readModels.map(({ projection }) => projection);
  const names = projections.map(({ name }) => name);
  const rebuilder = sharedRebuilder(new ViewKeeper(projections, store, log), store);
  return {
    queries,
    customerIds: customerIds(log, secret),
    events: new EventSource(log, openingEvents(vault)),
    operations: operations({
      log,
      secret,
      store,
      parkedCustomers: parkedElsewhere(log, secret, store),
      replay: (to, { signal }) => threads.auditor.call('replay', to, { signal }),
      rebuilds: new RebuildRuns(rebuilder, (of) => threads.auditor.call<CheckedLog>('check', of), log, names),
      republish: republishing({ log, secret, relay, store }),
      queries,
      customerQuery: readModels.flatMap((each) => each.queries).find(({ onlyOwnDocument }) => onlyOwnDocument)!,
      projections: names,
    }),
  };
}
