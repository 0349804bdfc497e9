import type { RelayState } from '@tenure/event-feed';
import { isLoss, lossOf, type Position } from '@tenure/event-log';
import type { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import type { Health } from '@tenure/http';
import type { MissingFacts } from '@tenure/operating';
import { restoresOf } from '@tenure/operating';
import { breakOfViews, customerCursor, standingOf } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import type { PartitionedReadStore, View, ViewSetAside } from '@tenure/read-store';
import type { ThreadState } from '@tenure/threads';
import type { VaultStatus } from '@tenure/vault';
import { threadsNotLive, threadsNotReady } from '../process/threads-health.js';

export interface ClusterHealthParts {
  readonly version: string;
  readonly data: string;
  readonly log: EventStoreDbEventLog;
  /** Null in a process that answers no queries. */
  readonly store: PartitionedReadStore | null;
  readonly relay: Pick<RelayState, 'read'>;
  readonly facts: Pick<MissingFacts, 'look'>;
  readonly vault: () => Promise<VaultStatus>;
  readonly threads: () => readonly ThreadState[];
  /** Why other processes of the engine are not ready, where this one answers for them. */
  readonly others?: () => Promise<readonly string[]>;
}

/** The views that `rebuilding` covers: the read models, and the cursor without which they do not follow the topic. */
const BUILT = new Set([customerCursor.name, ...readModels.map(({ projection }) => projection.name)]);
const UNKNOWN_RELAY = { checkpoint: { publication: null, position: null }, holder: null };

/** What a process that serves requests knows of the whole engine: the log, what has been relayed, where each read model stands. */
export function clusterHealth({ version, data, log, store, relay, facts, vault, threads, others }: ClusterHealthParts): Health {
  async function projections(head: string | null, asked: Promise<readonly View[]>) {
    if (!store) return [];
    const lagMs = lagOnce(head);
    const views = await asked;
    const snapshot = await store.snapshot();
    try {
      return await Promise.all(
        readModels.map(async ({ projection }) => {
          const view = await snapshot.view(projection.name);
          const checkpoint = view && (await snapshot.checkpoint(view));
          const position = checkpoint?.position ?? null;
          return {
            projection: projection.name,
            version: view?.version ?? projection.version,
            position,
            parked: view ? (await snapshot.parked(view)).length : 0,
            building: views.some((each) => each.projection === projection.name && !each.live) ? {} : null,
            lagEvents: null,
            lagMs: await lagMs(position),
          };
        }),
      );
    } finally {
      snapshot.close();
    }
  }

  /** Most read models stand at the same position: the first event behind it is read once for all of them. */
  function lagOnce(head: Position | null): (position: Position | null) => Promise<number> {
    const known = new Map<Position | null, Promise<number>>([[head, Promise.resolve(0)]]);
    return (position) => {
      const lag = known.get(position) ?? lagAt(position);
      known.set(position, lag);
      return lag;
    };
  }

  async function lagAt(position: Position | null): Promise<number> {
    const [waiting] = await log.readAll({ after: position, limit: 1 });
    return waiting ? Math.max(0, Date.now() - waiting.recordedAt) : 0;
  }

  /** For a process without read models. */
  async function missing(): Promise<string[]> {
    const refusal = await facts.look();
    return refusal ? [refusal.message] : [];
  }

  return {
    notLive: () => threadsNotLive(threads()),
    async notReady() {
      const ended = threadsNotReady(threads());
      if (ended.length > 0) return ended;
      if (log.clockTrouble) return [log.clockTrouble];
      try {
        await log.head();
      } catch (error) {
        return [`The log cannot be read: ${(error as Error).message}`];
      }
      try {
        const reasons = store ? [...(await notOfThisLog(log, store)), ...notBegun(await store.views(), await store.setAsides())] : await missing();
        return reasons.length === 0 && others ? await others() : reasons;
      } catch (error) {
        return [`The read models cannot be read: ${(error as Error).message}`];
      }
    },
    /** Values that cannot be found out stay empty, and `failure` says why. */
    async status() {
      const head = await log.head();
      const position = head?.position ?? null;
      const viewsThere = store ? store.views() : Promise.resolve([]);
      const asked = Promise.allSettled([projections(position, viewsThere), relay.read(), store ? store.setAsides() : [], viewsThere]);
      const [[known, relayed, asides, views], vaultIs] = await Promise.all([asked, vault()]);
      const unknown = [known, relayed, asides, views].find((each) => each.status === 'rejected');
      const found = known.status === 'fulfilled' ? known.value : [];
      const { checkpoint, holder } = relayed.status === 'fulfilled' ? relayed.value : UNKNOWN_RELAY;
      return {
        version,
        profile: 'distributed',
        data,
        log: {
          id: await log.id(),
          restores: await restoresOf(log),
          events: null,
          position,
          recordedAt: head ? new Date(head.recordedAt).toISOString() : null,
          ...log.cluster,
        },
        vault: vaultIs,
        relay: { publication: checkpoint.publication, position: checkpoint.position, holder },
        projections: found,
        rebuilding: views.status === 'fulfilled' && views.value.some(({ projection, live }) => !live && BUILT.has(projection)),
        setAside: asides.status === 'fulfilled' ? shownAside(asides.value) : null,
        threads: threads(),
        failure: log.failure ?? (unknown ? (unknown.reason as Error).message : null),
        warning: log.warning,
      };
    },
  };
}

/** The log was restored to an earlier state, or another log was put in its place: figures would count events that are not in it. */
async function notOfThisLog(log: EventStoreDbEventLog, store: PartitionedReadStore): Promise<string[]> {
  const found = await breakOfViews(log, await standingOf(store));
  if (found === null) return [];
  if (await isLoss(log, found)) return [lossOf('The read models', found).message];
  return [`The read models are not of this log: ${found.detail}. A projector sets them aside and builds them anew, once a relay publishes this log.`];
}

/** Read models that cannot answer any query yet. */
function notBegun(views: readonly View[], asides: readonly ViewSetAside[]): string[] {
  const missing = readModels.map(({ projection }) => projection.name).filter((name) => !views.some(({ projection, live }) => live && projection === name));
  if (missing.length === 0) return [];
  const aside = asides.find(({ projection }) => missing.includes(projection));
  if (aside) return [`Read models were set aside, and are built anew from the log (${missing.join(', ')}). ${aside.reason}`];
  // A read model that was never begun is new in this version and waits for a projector of it: the others answer meanwhile.
  if (missing.length < readModels.length && !views.some(({ projection }) => missing.includes(projection))) return [];
  return [`There are no read models yet (${missing.join(', ')}): a projector begins them. Start one, or see what it waits for.`];
}

/** The latest view set aside, with all others that were set aside for the same reason. */
function shownAside(asides: readonly ViewSetAside[]) {
  const [latest] = asides;
  if (!latest) return null;
  const keptAs = asides.filter(({ reason }) => reason === latest.reason).map((each) => each.keptAs);
  return { reason: latest.reason, keptAs: `${keptAs.join(', ')} in MongoDB`, at: latest.at };
}
