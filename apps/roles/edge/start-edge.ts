import { fileURLToPath } from 'node:url';
import { AccessKeys, type UnstoredKey } from '@tenure/access';
import { CommandProcessor } from '@tenure/commanding';
import { commands } from '@tenure/customer';
import { InvalidPosition, LogUnavailable } from '@tenure/event-log';
import { AutomaticFits, ModelService, type SampleSize } from '@tenure/fitting';
import { createHttpApplication, type HttpApplication } from '@tenure/http';
import type { HttpPorts } from '@tenure/http/ports';
import { BadQuery, type CheckResult, NotFound, ViewKeeper } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { caughtUp, EventSource, QueryRunner, QueryService, Unavailable } from '@tenure/querying';
import { MongoDbUnavailable, ViewDropped } from '@tenure/read-store/mongodb';
import type { Settings } from '@tenure/settings';
import { Thread } from '@tenure/threads';
import type { Logger } from 'pino';
import { keepKeysCurrent } from '../keep-keys-current.js';
import { namesOf } from '../names.js';
import { serversOf } from '../servers.js';
import { clusterHealth } from './cluster-health.js';
import { importer } from './importer.js';
import { operations } from './operations.js';
import { parkedElsewhere } from './parked-elsewhere.js';
import type { QueryData } from './query.worker.js';
import { readPosition } from './read-position.js';
import { RebuildRuns } from './rebuild-runs.js';
import { recentLook } from './recent-look.js';
import { republishing } from './republish.js';
import { sharedRebuilder } from './shared-rebuilder.js';

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
  readonly signal: AbortSignal;
}

export interface Edge {
  readonly http: HttpApplication;
  readonly keys: AccessKeys;
  close(): Promise<void>;
}

/** Errors that the edge answers with more than "something went wrong". */
const THREAD_ERRORS = [BadQuery, NotFound, InvalidPosition, Unavailable, LogUnavailable, MongoDbUnavailable, ViewDropped];

/** The HTTP edge on EventStoreDB, Kafka and MongoDB, ready to listen. */
export async function startEdge(settings: Settings, { serves, version, unstored, logger, signal }: EdgeOptions): Promise<Edge> {
  const closing: Array<() => Promise<unknown> | unknown> = [];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  const closed = <T extends { close(): Promise<unknown> }>(opened: T): T => {
    closing.push(() => opened.close());
    return opened;
  };
  try {
    const servers = serversOf(settings, logger, signal);
    const log = closed(await servers.log());
    const { state: relay } = closed(await servers.relayState());
    const store = serves.queries || serves.models ? closed(await servers.readStore()) : null;
    const keys = await AccessKeys.load({ log, unstored });
    closing.push(keepKeysCurrent(keys, logger));

    const threads: Thread[] = [];
    const startThread = async (name: string): Promise<Thread> => {
      const thread = await Thread.start(fileURLToPath(new URL('./query.worker.js', import.meta.url)), name, queryData(settings), THREAD_ERRORS);
      threads.push(thread);
      closing.push(() => thread.stop());
      return thread;
    };
    const processor = serves.commands ? new CommandProcessor(log, { allowedSkewMs: settings.allowedSkew * 1000, assumeNewcomers: false }) : null;
    const ports: { -readonly [Port in keyof HttpPorts]: HttpPorts[Port] } = {
      keys,
      health: clusterHealth({
        version,
        data: namesOf(settings).database,
        log,
        store,
        relay,
        threadFailure: () => threads.find(({ failure }) => failure)?.failure ?? null,
      }),
    };
    if (processor) Object.assign(ports, { commands: processor, importer: importer(processor) });
    if (store) {
      const thread = await startThread('queries');
      const { timezone, currency } = settings;
      const known = recentLook(log);
      const position = () => readPosition(store);
      if (serves.queries) {
        let auditor: Promise<Thread> | null = null;
        const pastThread = () => (auditor ??= startThread('auditor'));
        const audit = async <T>(name: string, argument: unknown): Promise<T> => (await pastThread()).call<T>(name, argument);
        const runner = new QueryRunner(readModels, store, known, { timezone, currency, now: Date.now });
        const queries = new QueryService(runner, thread, pastThread, log);
        const projections = readModels.map(({ projection }) => projection);
        const keeper = new ViewKeeper(projections, store);
        const names = projections.map(({ name }) => name);
        const rebuilds = new RebuildRuns(sharedRebuilder(keeper, store), (of) => audit<CheckResult>('check', of), log, names);
        const customerQuery = readModels.flatMap((each) => each.queries).find(({ onlyOwnDocument }) => onlyOwnDocument)!;
        const parkedCustomers = parkedElsewhere(log, store);
        ports.queries = queries;
        ports.events = new EventSource(log);
        ports.operations = operations({
          log,
          store,
          parkedCustomers,
          replay: (to) => audit('replay', to),
          rebuilds,
          republish: republishing(log, relay),
          queries,
          customerQuery,
          projections: names,
        });
      }
      if (serves.models) {
        const models = new ModelService(
          log,
          async (request) => {
            await caughtUp(log, position);
            return thread.call('fit', request);
          },
          Date.now,
        );
        ports.models = models;
        if (serves.automaticFits) {
          const fits = new AutomaticFits(
            models,
            () => thread.call<SampleSize>('sample'),
            position,
            (message) => logger.warn(message),
          );
          fits.start();
          closing.push(() => fits.stop());
        }
      }
    }
    const http = await createHttpApplication({
      ports,
      commands: processor ? commands : undefined,
      readModels: ports.queries ? readModels : undefined,
      logger,
      settings: { version },
    });
    closing.push(() => http.close());
    return { http, keys, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function queryData(settings: Settings): QueryData {
  const { eventstoredbUrl, mongodbUrl, partitions, bulkSize, timezone, currency } = settings;
  const { database, streams } = namesOf(settings);
  return {
    eventstoredb: { url: eventstoredbUrl!, namespace: streams },
    mongodb: { url: mongodbUrl!, database, partitions, bulkSize },
    timezone,
    currency,
  };
}
