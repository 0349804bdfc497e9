import type { EventLogReader } from '@tenure/event-log';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { type Comparison, compareLogs, copyLog, refuseOtherLog } from '@tenure/migrating';
import type { Settings } from '@tenure/settings';
import { copyKeys, vaultOf } from '@tenure/vault';
import { MongoKeys, type MongoKeysPlace } from '@tenure/vault/mongodb';
import { refuseLackOfKeys, SqliteKeys } from '@tenure/vault/sqlite';
import { dataFolder } from '../process/data-folder.js';
import { namesOf } from './names.js';

export interface MigrationSteps {
  /** Called before the first event; `events` is null if the log cannot count. */
  begins(events: number | null): Promise<void>;
  copied(events: number): void;
  compares(): void;
}

export interface MigratedLog extends Comparison {
  /** Keys of customers that are on MongoDB now. */
  readonly customerKeys: number;
}

/**
 * Takes the log of the embedded profile to EventStoreDB, its vault to MongoDB, and proves the copy. The file stays unchanged, and locked meanwhile:
 * an event recorded in it now would be missing in the copy. @throws LogRefused, LogUnavailable, TargetHasOther, VaultUnavailable
 */
export async function migrateLog(settings: Settings, steps: MigrationSteps, signal: AbortSignal): Promise<MigratedLog> {
  const { events, vault } = dataFolder(settings.data);
  const source = await SqliteEventLog.open(events);
  try {
    const target = await EventStoreDbEventLog.open({ url: settings.eventstoredbUrl!, namespace: namesOf(settings).streams });
    try {
      await refuseOtherLog(source, target);
      // The keys are there before the events that they open.
      const place = { url: settings.mongodbUrl!, database: namesOf(settings).database };
      const customerKeys = (await vaultOf(source)) === null ? 0 : await copyVault(events, vault, place);
      return { ...(await migrate(source, target, steps, signal)), customerKeys };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyVault(events: string, vault: string, place: MongoKeysPlace): Promise<number> {
  refuseLackOfKeys(events, vault, 'Nothing was copied');
  const source = SqliteKeys.openForReading(vault);
  const target = new MongoKeys(place);
  try {
    return await copyKeys(source, target);
  } finally {
    await target.close();
    await source.close();
  }
}

async function migrate(source: EventLogReader, target: EventStoreDbEventLog, steps: MigrationSteps, signal: AbortSignal): Promise<Comparison> {
  await steps.begins(await source.countAfter(null));
  await copyLog(source, target, steps.copied, signal);
  steps.compares();
  return compareLogs(source, target);
}
