import { realpathSync } from 'node:fs';
import { AccessKeys, newToken, principalOfAllRoles } from '@tenure/access';
import { CommandProcessor } from '@tenure/commanding';
import { commands, stateVersion } from '@tenure/customer';
import { LogRefused } from '@tenure/event-log';
import { SqliteEventLog, SqliteSnapshots } from '@tenure/event-log/sqlite';
import { AutomaticFits, ModelService } from '@tenure/fitting';
import { createHttpApplication, type HttpApplication } from '@tenure/http';
import { customerIds } from '@tenure/importing';
import { ImportThreads, importer } from '@tenure/importing/threads';
import { type KeyedHash, monthSecretFiles, secretFile } from '@tenure/log-secret';
import type { PurchaseSample } from '@tenure/models';
import { type CheckedLog, operations, type ParkedCustomers, type Rebuilder, RebuildRuns, recordingOperations, scrubLog, scrubMetrics } from '@tenure/operating';
import { logExports, readModels } from '@tenure/projections';
import { EventSource, momentsOf, QueryRunner, QueryService, queried } from '@tenure/querying';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import type { Settings } from '@tenure/settings';
import { StreamCommands } from '@tenure/streams';
import type { ThreadCalls } from '@tenure/threads';

import { belongsToLog, haveSealed, openingEvents, openingPersonalData, SealedSnapshots, SealingLog, usableOr, Vault, vaultStatus } from '@tenure/vault';
import { KeyThread, SqliteKeys } from '@tenure/vault/sqlite';

import pino, { type Logger } from 'pino';
import { Registry } from 'prom-client';
import { createDataFolder, type DataFolder, dataFolder } from '../process/data-folder.js';
import { readEngineFile, removeEngineFile, writeEngineFile } from '../process/engine-file.js';
import { eventKinds } from '../process/event-kinds.js';
import { makeFirstKey } from '../process/first-key.js';
import { boundHeapGrowth } from '../process/heap-growth.js';
import { httpSettings } from '../process/http-settings.js';
import { keepKeysCurrent } from '../process/keep-keys-current.js';
import { modelComputing } from '../process/model-computing.js';
import { openAudit } from '../process/open-audit.js';
import type { RunningEngine, StartOptions } from '../process/running-engine.js';
import { openScratchFolder } from '../process/scratch-folder.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { streamKinds } from '../process/stream-kinds.js';
import { version } from '../version.js';
import { FileCheck } from './file-check.js';
import { damagedFile, damagedVault, health, mendedTriggers } from './health.js';
import { refuseEmptiedLog, refuseMissingLog } from './lost-facts.js';
import type { ProjectorStatus } from './projector.worker.js';
import { startThreads } from './threads.js';

/**
 * Puts the embedded profile together: one log, one read store, a thread each for writing, projecting and querying,
 * and the HTTP edge in front.
 * @throws LogRefused, ReadStoreRefused, EADDRINUSE; each message says what to do.
 */
export async function startEmbedded(settings: Settings, { background = false, acceptLoss = false }: StartOptions = {}): Promise<RunningEngine> {
  boundHeapGrowth();
  createDataFolder(dataFolder(settings.data));
  // A link that comes to lead elsewhere while the engine runs changes nothing.
  const folder = dataFolder(realpathSync(settings.data));
  if (!acceptLoss) refuseMissingLog(folder);
  const closing: Array<() => Promise<unknown> | unknown> = [];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const log: SqliteEventLog = await openLog(folder, () => secret.keyed());
    const secret = secretOfLog(log, settings.logSecret, secretFile(folder.logSecret));
    closing.push(() => log.close());
    if (!acceptLoss) await refuseEmptiedLog(folder, log);
    const scratch = openScratchFolder(folder.scratch, { alone: true });
    closing.push(() => scratch.close());
    const logger = pino({ level: settings.logLevel, base: { engine: 'tenure' } }, pino.destination({ fd: 2, sync: false }));
    const customerKeys = usableOr(
      `the file ${folder.vault}`,
      () => SqliteKeys.openForWriting(folder.vault),
      ({ message }) => logger.error(message),
    );
    const maker = customerKeys instanceof SqliteKeys ? new KeyThread(customerKeys, (message) => logger.warn(message)) : undefined;
    const vault = new Vault(customerKeys, secret, { maySeal: belongsToLog(log, secret), lost: haveSealed(log), maker });
    closing.push(() => vault.close());
    const threads = await startThreads(folder, log.bell, settings, scratch.path, (message) => logger.warn(message));
    closing.push(() => threads.stop());
    const store = SqliteReadStore.openForReading(folder.readModels);
    closing.push(() => store.close());

    await tellFindings(log, threads.projector, logger);
    const { timezone, currency, querySeconds, allowedSkew, largestAmount } = settings;
    const { reading } = threads;
    const snapshots = new SqliteSnapshots(folder.snapshots, stateVersion, (message) => logger.warn(message));
    closing.push(() => snapshots.close());
    const processor = new CommandProcessor(new SealingLog(log, vault), secret, {
      allowedSkewMs: allowedSkew * 1000,
      largestAmount,
      snapshots: new SealedSnapshots(snapshots, vault, (message) => logger.warn(message)),
    });
    const runner = new QueryRunner(readModels, store, queried(log), { timezone, currency, now: Date.now, personal: openingPersonalData(vault) });
    const queries = new QueryService({ runner, threads: reading, log, seconds: querySeconds });
    const position = () => projectorPosition(threads.projector);
    const models = new ModelService(log, new StreamCommands({ log, secret }), modelComputing(log, position, reading.fits));
    const projections = readModels.map(({ projection }) => projection.name);
    const customerQuery = readModels.flatMap((each) => each.queries).find(({ onlyOwnDocument }) => onlyOwnDocument)!;
    const rebuilds = new RebuildRuns(rebuilder(threads.projector), (names) => reading.auditor.call<CheckedLog>('check', names), log, projections);
    const parkedCustomers: ParkedCustomers = {
      retry: (projection, customerId) => threads.projector.call('retryParked', { projection, customerId }),
      discarded: (projection, customerId) => threads.projector.call('discarded', { projection, customerId }),
    };
    const imports = new ImportThreads(processor, { megabytes: settings.importMegabytes, folder: scratch.path });
    closing.push(() => imports.close());
    const { token } = newToken();
    const unstored = [{ token, principal: principalOfAllRoles('local', 'the command line on this machine') }];
    if (settings.apiKey) unstored.push({ token: settings.apiKey, principal: principalOfAllRoles('TENURE_API_KEY', 'TENURE_API_KEY') });
    const keys = await AccessKeys.load({ log, secret, unstored });
    closing.push(keepKeysCurrent(keys, logger));
    const audit = openAudit({ log, secret, secrets: monthSecretFiles(folder.accessSecrets), settings, logger });
    closing.push(() => audit.close());

    const scrub = scrubLog(log, secret, settings, logger);
    closing.push(() => scrub?.stop());
    const metrics = new Registry();
    scrubMetrics(metrics, scrub);
    const fileCheck = new FileCheck();
    closing.push(() => fileCheck.stop());

    const http = await createHttpApplication({
      metrics,
      ports: {
        keys,
        audit,
        moments: momentsOf(log, timezone),
        commands: processor,
        customerIds: customerIds(log, secret),
        queries,
        events: new EventSource(log, openingEvents(vault)),
        models,
        operations: operations({
          log,
          record: recordingOperations(log, secret),
          store,
          parkedCustomers,
          replay: (to, { signal }) => reading.auditor.call('replay', to, { signal }),
          rebuilds,
          republish: null,
          queries,
          customerQuery,
          projections,
        }),
        importer: importer(imports, settings.timezone),
        health: health(log, threads.projector, {
          version,
          data: folder.path,
          scrub,
          fileCheck,
          vault: () => vaultStatus(log, vault),
          threads: () => [log.writerThread, ...(maker ? [maker.state] : []), ...threads.states, ...imports.states],
        }),
      },
      eventKinds,
      streamKinds,
      commands,
      readModels,
      logExports,
      logger,
      settings: httpSettings(settings, version),
    });
    closing.push(() => http.close());
    const { url, localUrl } = await listen(http, settings, background);
    if (!background) {
      fileCheck.start(folder, {
        log: (findings) => logger.error({ findings }, damagedFile(findings)),
        readModels: (findings) =>
          threads.projector.call('damaged', `${folder.readModels} is damaged. ${findings.join('; ')}`).catch((error) => logger.error(error)),
        vault: (findings) => logger.error({ findings }, damagedVault(findings)),
        failed: (error) => logger.error(error, 'The files could not be looked through.'),
      });
      writeEngineFile(folder.engineFile, { url: localUrl, pid: process.pid, token });
      closing.push(() => removeEngineFile(folder.engineFile, token));
      const fits = new AutomaticFits(
        models,
        () => reading.fits.call<PurchaseSample>('sample'),
        () => projectorPosition(threads.projector),
        (message) => logger.warn(message),
      );
      fits.start();
      closing.push(() => fits.stop());
    }
    const firstKey = settings.apiKey || background || keys.list().length > 0 ? null : await makeFirstKey(keys);
    log.moved.then((detail) => logger.fatal(detail));
    return { url, token, firstKey, failed: log.moved, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What was not as it was left, said once on stderr; `/v1/status` goes on saying it. */
async function tellFindings({ opened }: SqliteEventLog, projector: Pick<ThreadCalls, 'call'>, logger: Logger): Promise<void> {
  const { setAside } = await projector.call<ProjectorStatus>('status');
  if (setAside) logger.warn(setAside, `The read models were set aside, as ${setAside.keptAs}, and are built anew from the log. ${setAside.reason}`);
  if (opened.mended.length > 0) logger.warn({ triggers: opened.mended }, mendedTriggers(opened.mended));
}

/** @throws LogRefused; for a log in use with the engine that has it. */
async function openLog({ path, events, engineFile }: DataFolder, keyed: () => Promise<KeyedHash>): Promise<SqliteEventLog> {
  try {
    return await SqliteEventLog.open(events, { keyed });
  } catch (error) {
    const other = error instanceof LogRefused && error.code === 'in-use' ? readEngineFile(engineFile) : null;
    if (other === null) throw error;
    const detail = `The engine on ${other.url} (process ${other.pid}) runs on ${path}. Talk to that one, stop it with tenure stop --data ${path}, or choose another folder with --data.`;
    throw new LogRefused('in-use', detail, { cause: error });
  }
}

function listen(http: HttpApplication, { host, port, tlsCertFile, tlsKeyFile }: Settings, background: boolean) {
  if (background) return http.listen({ host: '127.0.0.1', port: 0 });
  return http.listen({ host, port, tls: tlsCertFile && tlsKeyFile ? { certFile: tlsCertFile, keyFile: tlsKeyFile } : null });
}

async function projectorPosition(projector: { call<T>(name: string): Promise<T> }): Promise<string> {
  return (await projector.call<ProjectorStatus>('status')).position ?? '';
}

function rebuilder(projector: Pick<ThreadCalls, 'call'>): Rebuilder {
  return {
    start: (names) => projector.call('rebuild', names),
    async look() {
      const { rebuilding, projections, failure } = await projector.call<ProjectorStatus>('status');
      return { running: rebuilding, events: projections.find(({ building }) => building)?.building?.events ?? null, failure };
    },
    cancel: () => projector.call<boolean>('cancelRebuild'),
  };
}
