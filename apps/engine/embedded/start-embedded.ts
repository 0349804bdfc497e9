import { realpathSync } from 'node:fs';
import { newToken, SignInCodes } from '@tenure/access';
import { stateVersion } from '@tenure/customer';
import { LogRefused } from '@tenure/event-log';
import { SqliteEventLog, SqliteSnapshots } from '@tenure/event-log/sqlite';
import type { HttpApplication } from '@tenure/http';
import { type KeyedHash, monthSecretFiles, secretFile } from '@tenure/log-secret';
import { scrubLog, scrubMetrics } from '@tenure/operating';
import { queried } from '@tenure/querying';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import type { Settings } from '@tenure/settings';
import type { ThreadCalls } from '@tenure/threads';
import { belongsToLog, haveSealed, usableOr, Vault, vaultStatus } from '@tenure/vault';
import { KeyThread, SqliteKeys } from '@tenure/vault/sqlite';
import pino, { type Logger } from 'pino';
import { Registry } from 'prom-client';
import { composeEdge } from '../process/compose-edge.js';
import { createDataFolder, type DataFolder, dataFolder } from '../process/data-folder.js';
import { readEngineFile, removeEngineFile, writeEngineFile } from '../process/engine-file.js';
import { makeFirstKey } from '../process/first-key.js';
import { opening } from '../process/opened.js';
import type { ReadModelParts } from '../process/read-model-parts.js';
import type { RunningEngine, StartOptions } from '../process/running-engine.js';
import { openScratchFolder } from '../process/scratch-folder.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { issueSignInCode } from '../process/sign-in-code.js';
import { version } from '../version.js';
import { FileCheck } from './file-check.js';
import { damagedFile, damagedVault, health, mendedTriggers } from './health.js';
import { boundHeapGrowth } from './heap-growth.js';
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
  // If the folder is a link whose target changes while the engine runs, the engine is not affected.
  const folder = dataFolder(realpathSync(settings.data));
  if (!acceptLoss) refuseMissingLog(folder);
  return opening(async (opened) => {
    const log: SqliteEventLog = opened.add(await openLog(folder, () => secret.keyed()));
    const secret = secretOfLog(log, settings.logSecret, secretFile(folder.logSecret));
    if (!acceptLoss) await refuseEmptiedLog(folder, log);
    const scratch = openScratchFolder(folder.scratch, { alone: true });
    opened.closing(() => scratch.close());
    const logger = pino({ level: settings.logLevel, base: { engine: 'tenure' } }, pino.destination({ fd: 2, sync: false }));
    const customerKeys = usableOr(
      `the file ${folder.vault}`,
      () => SqliteKeys.openForWriting(folder.vault),
      ({ message }) => logger.error(message),
    );
    const maker = customerKeys instanceof SqliteKeys ? new KeyThread(customerKeys, (message) => logger.warn(message)) : undefined;
    const vault = opened.add(new Vault(customerKeys, secret, { maySeal: belongsToLog(log, secret), lost: haveSealed(log), maker }));
    const threads = await startThreads(folder, log.bell, settings, scratch.path, (message) => logger.warn(message));
    opened.closing(() => threads.stop());
    const store = opened.add(SqliteReadStore.openForReading(folder.readModels));
    await tellFindings(log, threads.projector, logger);
    const snapshots = opened.add(new SqliteSnapshots(folder.snapshots, stateVersion, (message) => logger.warn(message)));
    const scrub = scrubLog(log, secret, settings, logger);
    opened.closing(() => scrub?.stop());
    const metrics = new Registry();
    scrubMetrics(metrics, scrub);
    const fileCheck = new FileCheck();
    opened.closing(() => fileCheck.stop());
    const { token } = newToken();
    const signInCodes = new SignInCodes();
    const { http, keys } = await composeEdge(
      {
        serves: { commands: true, queries: true, models: true, automaticFits: !background },
        settings,
        log,
        guarded: log,
        secret,
        vault,
        monthSecrets: monthSecretFiles(folder.accessSecrets),
        snapshots,
        processing: {},
        scratch: scratch.path,
        // An engine for one command has no next import: the memory is free for the figures.
        ...(background && { importThreadKeptMs: 0 }),
        reading: { store, threads: threads.reading, look: queried(log), republish: null, ...madeBy(threads.projector) },
        health: (imports) =>
          health(log, threads.projector, {
            version,
            data: folder.path,
            scrub,
            fileCheck,
            vault: () => vaultStatus(log, vault),
            threads: () => [log.writerThread, ...threads.states, ...imports()],
            vaultThread: () => maker?.state ?? null,
          }),
        metrics,
        logger,
        token,
        signInCodes,
      },
      opened,
    );
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
      opened.closing(() => removeEngineFile(folder.engineFile, token));
    }
    const firstKey = background ? null : await makeFirstKey(keys, settings);
    log.moved.then((detail) => logger.fatal(detail));
    const signInCode = background ? null : issueSignInCode(signInCodes, settings);
    return { url, token, firstKey, signInCode, failed: log.moved, close: () => opened.close() };
  });
}

/** Read models set aside and repaired triggers: said once on stderr, and shown in `/v1/status` for as long as the engine runs. */
async function tellFindings({ opened }: SqliteEventLog, projector: Pick<ThreadCalls, 'call'>, logger: Logger): Promise<void> {
  const { setAside } = await projector.call<ProjectorStatus>('status');
  if (setAside) logger.warn(setAside, `The read models were set aside, as ${setAside.keptAs}, and are built anew from the log. ${setAside.reason}`);
  if (opened.mended.length > 0) logger.warn({ triggers: opened.mended }, mendedTriggers(opened.mended));
}

/** @throws LogRefused; for a log in use, with the address of the engine that uses it */
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

/** The read models of this process: requests to them go to its projector. */
function madeBy(projector: Pick<ThreadCalls, 'call'>): Pick<ReadModelParts, 'position' | 'parkedCustomers' | 'rebuilder'> {
  const status = () => projector.call<ProjectorStatus>('status');
  return {
    position: async () => (await status()).position ?? '',
    parkedCustomers: {
      retry: (projection, customerId) => projector.call('retryParked', { projection, customerId }),
      discarded: (projection, customerId) => projector.call('discarded', { projection, customerId }),
    },
    rebuilder: {
      start: (names) => projector.call('rebuild', names),
      async look() {
        const { rebuilding, projections, failure } = await status();
        return { running: rebuilding, events: projections.find(({ building }) => building)?.building?.events ?? null, failure };
      },
      cancel: () => projector.call<boolean>('cancelRebuild'),
    },
  };
}
