import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessKeys, type UnstoredKey } from '@tenure/access';
import { commands } from '@tenure/customer';
import type { Cluster, EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { createHttpApplication, type Entrance, type HttpApplication } from '@tenure/http';
import type { HttpPorts } from '@tenure/http/ports';
import { monthSecretCollection, secretCollection } from '@tenure/log-secret/mongodb';
import { MissingFacts } from '@tenure/operating';
import { logExports, readModels } from '@tenure/projections';
import { momentsOf } from '@tenure/querying';
import type { Settings } from '@tenure/settings';
import { StreamCommands } from '@tenure/streams';
import { belongsToLog, haveSealed, Vault, vaultStatus } from '@tenure/vault';
import { MongoKeys } from '@tenure/vault/mongodb';
import type { Logger } from 'pino';
import { eventKinds } from '../process/event-kinds.js';
import { httpSettings } from '../process/http-settings.js';
import { keepKeysCurrent } from '../process/keep-keys-current.js';
import { openAudit } from '../process/open-audit.js';
import { opening } from '../process/opened.js';
import { openScratchFolder } from '../process/scratch-folder.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { streamKinds } from '../process/stream-kinds.js';
import { clusterHealth } from './cluster-health.js';
import { namesOf } from './names.js';
import { queryThreads } from './query-threads.js';
import { serveCommands } from './serve-commands.js';
import { serveModels } from './serve-models.js';
import { serveQueries } from './serve-queries.js';
import { serversOf } from './servers.js';

/** What a process serves: all of it on one machine, or a part of it in each role. */
export interface Serves {
  readonly commands: boolean;
  readonly queries: boolean;
  readonly models: boolean;
  /** Fits by itself when there is enough new. One process of an engine does. */
  readonly automaticFits: boolean;
}

export interface EdgeOptions {
  readonly serves: Serves;
  readonly version: string;
  readonly unstored: readonly UnstoredKey[];
  readonly logger: Logger;
  /** What listens already. */
  readonly entrance?: Entrance;
  /** Why the engine's other processes on this machine, which nobody else asks, are not ready. */
  readonly others?: () => Promise<readonly string[]>;
}

export interface Edge {
  readonly http: HttpApplication;
  readonly keys: AccessKeys;
  /** The nodes of the event log as the start has found them. */
  readonly cluster: Cluster;
  /** Resolves, with what is to be done, when another log was put in the place of the one it runs on; never else. */
  readonly moved: Promise<string>;
  close(): Promise<void>;
}

/** The HTTP edge on EventStoreDB, Kafka and MongoDB, ready to listen. @throws LogUnavailable, MongoDbUnavailable while one is not there */
export function startEdge(settings: Settings, { serves, version, unstored, logger, entrance, others }: EdgeOptions): Promise<Edge> {
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
    const keys = await AccessKeys.load({ log: guarded, secret, unstored });
    opened.closing(keepKeysCurrent(keys, logger));
    const audit = opened.add(openAudit({ log: guarded, secret, secrets: monthSecretCollection(mongodb), settings, logger }));
    // Nothing of the distributed profile lies on this machine that the folder could lie beside.
    const scratch = openScratchFolder(join(tmpdir(), `tenure-scratch-${process.getuid?.() ?? ''}`), { alone: false });
    opened.closing(() => scratch.close());
    const threads = opened.add(queryThreads(settings, scratch.path, logger));
    await facts.look();
    const served = serves.commands
      ? serveCommands({ log, secret, vault, facts, snapshots: log.snapshots(), settings, scratch: scratch.path, logger }, opened)
      : null;
    const states = () => [...threads.states, ...(served?.imports.states ?? [])];
    const ports: HttpPorts = {
      keys,
      audit,
      moments: momentsOf(log, settings.timezone),
      health: clusterHealth({
        version,
        data: namesOf(settings).database,
        log,
        store,
        relay,
        facts,
        vault: () => vaultStatus(log, vault),
        threads: states,
        others,
      }),
      ...served?.ports,
      ...(store && serves.queries && (await serveQueries({ log, guarded, secret, vault, store, threads, settings }, relay))),
      ...(store &&
        serves.models &&
        (await serveModels(
          { log, commands: new StreamCommands({ log: guarded, secret }), store, threads, automaticFits: serves.automaticFits, logger },
          opened,
        ))),
    };
    const http = opened.add(
      await createHttpApplication(
        {
          ports,
          eventKinds,
          streamKinds: ports.events && streamKinds,
          commands: ports.commands && commands,
          readModels: ports.queries && readModels,
          logExports: ports.queries && logExports,
          logger,
          settings: httpSettings(settings, version),
        },
        entrance,
      ),
    );
    return { http, keys, cluster: log.cluster, moved: log.moved, close: () => opened.close() };
  });
}
