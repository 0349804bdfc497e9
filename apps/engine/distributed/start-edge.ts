import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignInCodes } from '@tenure/access';
import type { RelayState } from '@tenure/event-feed';
import type { AppendedLog } from '@tenure/event-log';
import type { Cluster, EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import type { Entrance } from '@tenure/http';
import type { LogSecret } from '@tenure/log-secret';
import { monthSecretCollection, secretCollection } from '@tenure/log-secret/mongodb';
import { MissingFacts, parkedElsewhere, recordingOperations, republishing, sharedRebuilder } from '@tenure/operating';
import { ViewKeeper } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { recentLook } from '@tenure/querying';
import type { PartitionedReadStore } from '@tenure/read-store';
import type { Settings } from '@tenure/settings';
import { belongsToLog, haveSealed, Vault, vaultStatus } from '@tenure/vault';
import { MongoKeys } from '@tenure/vault/mongodb';
import type { Logger } from 'pino';
import { composeEdge, type Edge, type Serves } from '../process/compose-edge.js';
import { opening } from '../process/opened.js';
import type { ReadModelParts } from '../process/read-model-parts.js';
import type { ReadingThreads } from '../process/reading-threads.js';
import { openScratchFolder } from '../process/scratch-folder.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { version } from '../version.js';
import { clusterHealth } from './cluster-health.js';
import { namesOf } from './names.js';
import { queryThreads } from './query-threads.js';
import { readPosition } from './read-position.js';
import { serversOf } from './servers.js';

/** Customers of one file or body. With a thousand the last, and all other requests, would wait for the log longer than a call may. */
const CUSTOMERS_AT_ONCE = 32;
/** Read models on a server: each look costs both sides a request. */
const LOOK_AGAIN_MS = 15;

export interface EdgeOptions {
  readonly serves: Serves;
  readonly logger: Logger;
  /** A listener that is open already. */
  readonly entrance?: Entrance;
  /** The token of the command line on this machine. */
  readonly token?: string;
  /** In the engine of one machine; a role of a cluster has none. */
  readonly signInCodes?: SignInCodes;
  /** Why the engine's other processes on this machine are not ready; nobody else asks them. */
  readonly others?: () => Promise<readonly string[]>;
}

export interface DistributedEdge extends Edge {
  /** The nodes of the event log, as found at the start. */
  readonly cluster: Cluster;
  /** Resolves, with the remedy, when another log was put in the place of the one it runs on; never else. */
  readonly moved: Promise<string>;
  close(): Promise<void>;
}

/** The HTTP edge on EventStoreDB, Kafka and MongoDB, ready to listen. @throws LogUnavailable, MongoDbUnavailable while a server is missing */
export function startEdge(settings: Settings, { serves, logger, entrance, token, signInCodes, others }: EdgeOptions): Promise<DistributedEdge> {
  return opening(async (opened) => {
    const servers = serversOf(settings, logger);
    const log: EventStoreDbEventLog = opened.add(await servers.log(() => secret.keyed()));
    const mongodb = { url: settings.mongodbUrl!, database: namesOf(settings).database };
    const secret = secretOfLog(log, settings.logSecret, secretCollection(mongodb));
    const vault = opened.add(new Vault(new MongoKeys(mongodb), secret, { maySeal: belongsToLog(log, secret), lost: haveSealed(log) }));
    const { state: relay } = opened.add(await servers.relayState());
    const store = serves.queries || serves.models ? opened.add(await servers.readStore()) : null;
    const facts = new MissingFacts(log, relay);
    const guarded = facts.guarding(log);
    // The distributed profile keeps no files on this machine that the folder could be next to.
    const scratch = openScratchFolder(join(tmpdir(), `tenure-scratch-${process.getuid?.() ?? ''}`), { alone: false });
    opened.closing(() => scratch.close());
    const threads = opened.add(queryThreads(settings, scratch.path, logger));
    await facts.look();
    const edge = await composeEdge(
      {
        serves,
        settings,
        log,
        guarded,
        secret,
        vault,
        monthSecrets: monthSecretCollection(mongodb),
        snapshots: log.snapshots(),
        processing: { assumeNewcomers: false, customersAtOnce: CUSTOMERS_AT_ONCE, mayRecord: () => facts.refuse() },
        scratch: scratch.path,
        reading: store && readModelsOn(store, { log, guarded, secret, relay, threads }),
        health: (imports) =>
          clusterHealth({
            version,
            data: namesOf(settings).database,
            log,
            store,
            relay,
            facts,
            vault: () => vaultStatus(log, vault),
            threads: () => [...threads.states, ...imports()],
            others,
          }),
        logger,
        entrance,
        token,
        signInCodes,
      },
      opened,
    );
    return { ...edge, cluster: log.cluster, moved: log.moved, close: () => opened.close() };
  });
}

interface Surroundings {
  readonly log: EventStoreDbEventLog;
  readonly guarded: AppendedLog;
  readonly secret: LogSecret;
  readonly relay: Pick<RelayState, 'read' | 'startOver'>;
  readonly threads: ReadingThreads;
}

/** Read models that projectors elsewhere make: requests to them go through the store, or through the log. */
function readModelsOn(store: PartitionedReadStore, { log, guarded, secret, relay, threads }: Surroundings): ReadModelParts {
  const projections = readModels.map(({ projection }) => projection);
  return {
    store,
    threads,
    look: recentLook(log),
    lookAgainMs: LOOK_AGAIN_MS,
    position: () => readPosition(store),
    parkedCustomers: parkedElsewhere(recordingOperations(guarded, secret), store),
    rebuilder: sharedRebuilder(new ViewKeeper(projections, store, log), store),
    // Unguarded: the guard waits for this.
    republish: republishing({ log, record: recordingOperations(log, secret), relay, store }),
  };
}
