import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import type { Settings } from '@tenure/settings';
import { MongoKeys } from '@tenure/vault/mongodb';
import { namesOf } from './names.js';
import { isOfUsualNamespace } from './own-streams.js';

/** A log with its vault, beside others on the same servers. */
export interface Namespace {
  readonly name: string;
  /** Prefix of its stream names; empty for the usual namespace. */
  readonly streams: string;
  readonly log: EventStoreDbEventLog;
  readonly keys: MongoKeys;
  readonly mongodb: { readonly url: string; readonly database: string };
}

/** The usual namespace is opened with its own streams only; an engine alone on its servers need not tell them apart. @throws LogRefused, LogUnavailable */
export async function openNamespace(settings: Settings, name: string): Promise<Namespace> {
  const { streams, database } = namesOf({ namespace: name });
  const mongodb = { url: settings.mongodbUrl!, database };
  const isOwn = streams === '' ? isOfUsualNamespace : undefined;
  const log = await EventStoreDbEventLog.open({ url: settings.eventstoredbUrl!, namespace: streams, ...(isOwn && { isOwn }) });
  return { name, streams, log, keys: new MongoKeys(mongodb), mongodb };
}

export async function closeNamespace({ log, keys }: Namespace): Promise<void> {
  await log.close();
  await keys.close();
}
