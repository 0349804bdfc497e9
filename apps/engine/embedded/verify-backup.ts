import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { LogRefused, StreamDamaged, type VerifiedLog, verifyLog } from '@tenure/event-log';
import { type BackupManifest, differenceOf, readBackup, SqliteEventLogReader } from '@tenure/event-log/sqlite';
import type { KeyedHash, SecretStore } from '@tenure/log-secret';
import { verifyVaultInBackup } from '@tenure/vault/sqlite';
import { secretOfLog } from '../process/secret-of-log.js';

export interface VerifiedBackup {
  readonly manifest: BackupManifest;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly verified: VerifiedLog;
  /** Keys of customers in the backup; each was opened if the secret is at hand. */
  readonly customerKeys: number;
}

/**
 * Reads a backup from beginning to end: the file, what its manifest claims, and every event by its checksum.
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
    const keyed = await keyedOf(file, manifest, givenSecret);
    const customerKeys = keysIn(file, keyed);
    return { manifest, sha256: await sha256Of(file), verified: await verifyEvents(file, keyed), customerKeys };
  } catch (error) {
    if (error instanceof LogRefused || error instanceof StreamDamaged) throw new BackupRefused(`${file} cannot be used. ${error.message}`, { cause: error });
    throw isUnreadable(error) ? new BackupRefused(`${file} is damaged: ${error.message}. Use another backup.`, { cause: error }) : error;
  }
}

/** The file is not a backup, is damaged, or its place is taken. The message says what to do. */
export class BackupRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupRefused';
  }
}

/** The secret in the backup, else the given one. Without either, unsealed personal parts are not checked and keys are not opened. */
async function keyedOf(file: string, { logSecret }: BackupManifest, givenSecret: string | null): Promise<KeyedHash | undefined> {
  const inBackup = logSecret ?? givenSecret;
  if (inBackup === null) return undefined;
  const log = new SqliteEventLogReader(file);
  try {
    return await secretOfLog(log, logSecret === null ? givenSecret : null, secretInBackup(file, inBackup)).keyed();
  } finally {
    await log.close();
  }
}

function keysIn(file: string, keyed: KeyedHash | undefined): number {
  try {
    return verifyVaultInBackup(file, keyed);
  } catch (error) {
    throw new BackupRefused(`${file} is damaged: ${(error as Error).message}. Use another backup.`, { cause: error });
  }
}

async function verifyEvents(file: string, keyed: KeyedHash | undefined): Promise<VerifiedLog> {
  const log = new SqliteEventLogReader(file);
  try {
    return await verifyLog(log, null, async () => keyed);
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
