import { AccessKeys, newToken, principalOfAllRoles } from '@tenure/access';
import { CommandProcessor } from '@tenure/commanding';
import { commands } from '@tenure/customer';
import { SqliteEventLog } from '@tenure/event-log';
import { type Fitter, ModelService } from '@tenure/fitting';
import { createHttpApplication, type HttpApplication } from '@tenure/http';
import { readModels } from '@tenure/projections';
import { EventSource, QueryRunner, QueryService } from '@tenure/querying';
import { SqliteReadStore } from '@tenure/read-store';
import type { Settings } from '@tenure/settings';
import pino from 'pino';
import { version } from '../cli/version.js';
import { AutomaticFits } from './automatic-fits.js';
import { caughtUp } from './caught-up.js';
import { createDataFolder, dataFolder } from './data-folder.js';
import { removeEngineFile, writeEngineFile } from './engine-file.js';
import { health } from './health.js';
import { importer } from './importer.js';
import { operations } from './operations.js';
import type { ProjectorStatus } from './projector.worker.js';
import { RebuildRuns } from './rebuild-runs.js';
import { startThreads } from './threads.js';

export interface StartOptions {
  /** A passing engine for one command of the command line: a free port, no models fitted, no engine file. */
  readonly background?: boolean;
}

export interface RunningEngine {
  readonly url: string;
  /** All roles, for as long as this engine runs. */
  readonly token: string;
  /** The key made by the first start on this data; it is never shown again. */
  readonly firstKey: string | null;
  close(): Promise<void>;
}

/** The profile is part of the settings' contract; what runs it comes with a later version. */
export class ProfileUnavailable extends Error {
  constructor(profile: string) {
    super(`TENURE_PROFILE=${profile}: this version runs the embedded profile only. Set TENURE_PROFILE=embedded, or leave it out.`);
    this.name = 'ProfileUnavailable';
  }
}

/**
 * Puts the embedded profile together: one log, one read store, a thread each for writing, projecting and querying,
 * and the HTTP edge in front.
 * @throws LogRefused, ReadStoreRefused, ProfileUnavailable, EADDRINUSE; each message says what to do.
 */
export async function startEngine(settings: Settings, { background = false }: StartOptions = {}): Promise<RunningEngine> {
  if (settings.profile !== 'embedded') throw new ProfileUnavailable(settings.profile);
  const folder = dataFolder(settings.data);
  createDataFolder(folder);
  const closing: Array<() => Promise<unknown> | unknown> = [];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const log = await SqliteEventLog.open(folder.events);
    closing.push(() => log.close());
    const threads = await startThreads(folder, log.bell, settings);
    closing.push(() => threads.stop());
    const store = SqliteReadStore.openForReading(folder.readModels);
    closing.push(() => store.close());

    const logger = pino({ level: settings.logLevel, base: { engine: 'tenure' } }, pino.destination({ fd: 2, sync: false }));
    const { timezone, currency } = settings;
    const processor = new CommandProcessor(log, { allowedSkewMs: settings.allowedSkew * 1000 });
    const runner = new QueryRunner(readModels, store, log, { timezone, currency, now: Date.now });
    const queries = new QueryService(runner, threads.queries, threads.auditor, log);
    const position = () => projectorPosition(threads.projector);
    const fit: Fitter = async (request) => {
      await caughtUp(log, position);
      return threads.queries.call('fit', request);
    };
    const models = new ModelService(log, fit, Date.now);
    const projections = readModels.map(({ projection }) => projection.name);
    const customerQuery = readModels.flatMap((each) => each.queries).find(({ onlyOwnDocument }) => onlyOwnDocument)!;
    const rebuilds = new RebuildRuns(threads, log, projections);
    const { token } = newToken();
    const unstored = [{ token, principal: principalOfAllRoles('local', 'the command line on this machine') }];
    if (settings.apiKey) unstored.push({ token: settings.apiKey, principal: principalOfAllRoles('TENURE_API_KEY', 'TENURE_API_KEY') });
    const keys = await AccessKeys.load({ log, unstored });

    const http = await createHttpApplication({
      ports: {
        keys,
        commands: processor,
        queries,
        events: new EventSource(log),
        models,
        operations: operations({ log, store, threads, rebuilds, queries, customerQuery, projections }),
        importer: importer(processor),
        health: health(log, threads, { version, data: folder.path }),
      },
      commands,
      readModels,
      logger,
      settings: { version },
    });
    closing.push(() => http.close());
    const { url } = await listen(http, settings, background);
    if (!background) {
      writeEngineFile(folder.engineFile, { url, pid: process.pid, token });
      closing.push(() => removeEngineFile(folder.engineFile, token));
      const fits = new AutomaticFits(
        models,
        threads.queries,
        () => projectorPosition(threads.projector),
        (message) => logger.warn(message),
      );
      fits.start();
      closing.push(() => fits.stop());
    }
    const firstKey = settings.apiKey || background || keys.list().length > 0 ? null : await makeFirstKey(keys);
    return { url, token, firstKey, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function listen(http: HttpApplication, { host, port }: Settings, background: boolean) {
  return http.listen(background ? { host: '127.0.0.1', port: 0 } : { host, port });
}

async function makeFirstKey(keys: AccessKeys): Promise<string> {
  const { token } = await keys.create({ name: 'first key', roles: ['integrator', 'analyst', 'auditor', 'operator', 'privacy-officer'] }, 'engine');
  return token;
}

async function projectorPosition(projector: { call<T>(name: string): Promise<T> }): Promise<string> {
  return (await projector.call<ProjectorStatus>('status')).position ?? '';
}
