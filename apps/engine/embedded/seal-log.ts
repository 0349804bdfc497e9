import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { verifyLog } from '@tenure/event-log';
import { completeFile, copySealing, SqliteEventLog } from '@tenure/event-log/sqlite';
import { type LogSecret, secretFile } from '@tenure/log-secret';
import { SealingRefused, sealingEvents } from '@tenure/migrating';
import { belongsToLog, Vault } from '@tenure/vault';
import { refuseLackOfKeys, SqliteKeys } from '@tenure/vault/sqlite';
import { createDataFolder, type DataFolder } from '../process/data-folder.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { sync } from './back-up.js';

export interface SealedLog {
  readonly data: string;
  readonly logId: string | null;
  readonly events: number;
  /** Events with a personal part in clear that is sealed now. */
  readonly sealed: number;
  readonly verified: number;
}

export interface SealingSteps {
  sealed(events: number): void;
  verifies(): void;
}

/**
 * Copies the log of a data folder, with its secrets and its vault, to a new folder, with all personal parts sealed. Parts that version 1 of an event
 * had in clear among its facts are sealed too: those events come in the newest version. The old folder stays unchanged, and locked meanwhile. The new
 * log gets its name once it is whole: a copy that was cut off starts from scratch.
 * @throws SealingRefused, LogRefused, StreamDamaged, LogSecretMissing, VaultUnavailable
 */
export async function sealLog(from: DataFolder, to: DataFolder, givenSecret: string | null, steps: SealingSteps): Promise<SealedLog> {
  if (!existsSync(from.events))
    throw new SealingRefused(
      `There is no log in ${from.path}. Name the folder that holds one with --data; a log on EventStoreDB is sealed with TENURE_PROFILE=distributed.`,
    );
  if (existsSync(to.path) && readdirSync(to.path).length > 0 && !isOurDraft(to)) {
    throw new SealingRefused(`${to.path} is not empty. Name a folder that is not there yet with --into.`);
  }
  const source = await SqliteEventLog.open(from.events);
  try {
    refuseLackOfKeys(from.events, from.vault, 'Nothing was sealed');
    createDataFolder(to);
    for (const name of readdirSync(to.path)) rmSync(join(to.path, name), { recursive: true });
    writeFileSync(draftOf(to), '', { mode: 0o600 }); // marks the folder as ours in case this is cut off
    if (existsSync(from.logSecret)) cpSync(from.logSecret, to.logSecret);
    if (existsSync(from.accessSecrets)) cpSync(from.accessSecrets, to.accessSecrets, { recursive: true });
    if (existsSync(from.vault)) {
      completeFile(from.vault);
      cpSync(from.vault, to.vault);
    }
    const secret = secretOfLog(source, givenSecret, secretFile(to.logSecret));
    const keys = SqliteKeys.openForWriting(to.vault);
    try {
      const vault = new Vault(keys, secret);
      const copy = await copySealing(from.events, draftOf(to), sealingEvents(vault, await secret.keyed()), steps.sealed);
      steps.verifies();
      const named = await nameVault(draftOf(to), secret, keys);
      syncAll(to.path);
      renameSync(draftOf(to), to.events);
      sync(to.path);
      return { data: to.path, ...copy, ...named };
    } finally {
      await keys.close();
    }
  } finally {
    await source.close();
  }
}

/** Records in the new log which vault it belongs to, unless it says so already, and verifies the whole log. */
async function nameVault(draft: string, secret: LogSecret, keys: SqliteKeys): Promise<{ readonly logId: string | null; readonly verified: number }> {
  const log = await SqliteEventLog.open(draft);
  try {
    await belongsToLog(log, secret)(keys);
    const keyed = await secret.keyed();
    return { logId: await log.id(), verified: (await verifyLog(log, null, async () => keyed)).events };
  } finally {
    await log.close();
    rmSync(`${draft}.lock`, { force: true });
  }
}

/** Copied secrets and keys, and the folder, are on disk before the log gets its name. */
function syncAll(folder: string): void {
  for (const { parentPath, name } of readdirSync(folder, { recursive: true, withFileTypes: true })) sync(join(parentPath, name));
  sync(folder);
  sync(dirname(folder));
}

const draftOf = ({ events }: DataFolder): string => `${events}.sealing`;
const isOurDraft = (folder: DataFolder): boolean => existsSync(draftOf(folder)) && !existsSync(folder.events);
