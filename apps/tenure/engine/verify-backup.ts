import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type BackupManifest, differenceOf, LogRefused, readBackup, SqliteEventLogReader, StreamDamaged, type VerifiedLog, verifyLog } from '@tenure/event-log';
import type { SecretStore } from '@tenure/log-secret';
import { secretOfLog } from '@tenure/roles/engine';

export interface VerifiedBackup {
  readonly manifest: BackupManifest;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
  readonly verified: VerifiedLog;
}

/**
 * Reads a backup from its beginning to its end: the file, what it says that it holds, and every event by its checksum.
 * @param givenSecret of the log, when a setting has it (`TENURE_LOG_SECRET`)
 * @throws BackupRefused
 */
export async function verifyBackup(file: string, givenSecret: string | null): Promise<VerifiedBackup> {
  if (!existsSync(file)) throw new BackupRefused(`There is no ${file}. Name the file that tenure backup has written.`);
  try {
    const manifest = readBackup(file);
    if (manifest === null)
      throw new BackupRefused(`${file} is a log, and not a backup: it does not say what it should hold. Name a file that tenure backup has written.`);
    const difference = differenceOf(file, manifest);
    if (difference !== null) throw new BackupRefused(`${file} is damaged: ${difference}. Use another backup.`);
    return { manifest, sha256: await sha256Of(file), verified: await verifyEvents(file, manifest, givenSecret) };
  } catch (error) {
    if (error instanceof LogRefused || error instanceof StreamDamaged) throw new BackupRefused(`${file} cannot be used. ${error.message}`, { cause: error });
    throw isUnreadable(error) ? new BackupRefused(`${file} is damaged: ${error.message}. Use another backup.`, { cause: error }) : error;
  }
}

/** A backup that is none, or is damaged, or whose place is taken. The message says what to do. */
export class BackupRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupRefused';
  }
}

/** With the secret that lies in the backup, else the given one; without either, personal parts are not looked at. */
async function verifyEvents(file: string, { logSecret }: BackupManifest, givenSecret: string | null): Promise<VerifiedLog> {
  const log = new SqliteEventLogReader(file);
  try {
    const inBackup = logSecret ?? givenSecret;
    const secret = inBackup === null ? undefined : await secretOfLog(log, logSecret === null ? givenSecret : null, secretInBackup(file, inBackup)).keyed();
    return await verifyLog(log, null, async () => secret);
  } finally {
    await log.close();
  }
}

function secretInBackup(file: string, secret: string): SecretStore {
  return { place: `the backup ${file}`, read: async () => secret, keep: async () => secret };
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function isUnreadable(error: unknown): error is Error {
  return error instanceof SyntaxError || /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test((error as { code?: string } | null)?.code ?? '');
}
