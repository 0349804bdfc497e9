import { type LogHead, type SealAll, verifyLog } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { compareLogs, copyLog, openedContents, SealingRefused, sealingEvents } from '@tenure/migrating';
import type { Settings } from '@tenure/settings';
import { belongsToLog, readingWithAllKeys, VAULT, Vault, vaultOf } from '@tenure/vault';
import { Opened } from '../process/opened.js';
import { carryingKeys, carryOver, secretOfBoth } from './carry-over.js';
import { namesOf } from './names.js';
import { closeNamespace, type Namespace, openNamespace } from './namespace.js';
import { refuseTakenNamespace } from './taken-namespace.js';

export interface SealedNamespace {
  readonly namespace: string;
  /** The topic to which the sealed log is published. */
  readonly topic: string;
  readonly logId: string | null;
  /** Whether every stream, opened with the keys, has the same contents in both logs. */
  readonly identical: boolean;
  /** The first stream whose contents differ; null if none does. */
  readonly differs: string | null;
  /** In the old log. */
  readonly streams: number;
  readonly events: number;
  /** Events with a personal part in clear that is sealed now. */
  readonly sealed: number;
  /** Events of the new log whose checksums are right. */
  readonly verified: number;
  /** Events recorded in the old log after this began, and copied too. */
  readonly recordedMeanwhile: number;
  /** Whether the old log ends where the copy ends: later events are missing in the new one. */
  readonly complete: boolean;
}

export interface NamespaceSealingSteps {
  /** Verifies the old log before anything is written. */
  looks(): void;
  begins(events: number): Promise<void>;
  copied(events: number): void;
  compares(): void;
  verifies(): void;
}

/**
 * Copies the log of a namespace, with its secrets and the keys of its vault, into another namespace of the same servers, sealed, and proves the
 * copy. The old log stays unchanged. Roles may record in it meanwhile: the answer says whether any did. A copy that was cut off resumes when this is
 * called again: the same event seals to the same bytes.
 * @throws SealingRefused, TargetHasOther, StreamDamaged, LogRefused, LogUnavailable, LogSecretMissing, VaultUnavailable, MongoDbUnavailable, MongoDbRefused
 */
export async function sealNamespace(settings: Settings, into: string, steps: NamespaceSealingSteps, signal: AbortSignal): Promise<SealedNamespace> {
  const opened = new Opened();
  const open = async (name: string): Promise<Namespace> => {
    const namespace = await openNamespace(settings, name);
    opened.closing(() => closeNamespace(namespace));
    return namespace;
  };
  try {
    return await seal(await open(settings.namespace), await open(into), settings.logSecret, steps, signal);
  } finally {
    await opened.close();
  }
}

async function seal(from: Namespace, to: Namespace, givenSecret: string | null, steps: NamespaceSealingSteps, signal: AbortSignal): Promise<SealedNamespace> {
  const begun = await from.log.head();
  if (begun === null)
    throw new SealingRefused(`There is no log in the namespace "${from.name}" of EventStoreDB. Name the one that holds it with TENURE_NAMESPACE.`);
  await refuseTakenNamespace(from, to);
  steps.looks();
  const secret = secretOfBoth(from, to, givenSecret);
  const before = await lookThrough(from, begun, secret);
  await carryOver(from, to);
  const vault = new Vault(to.keys, secret);
  const sealEach = carryingKeys(from, to, begun.position, sealingEvents(vault, await secret.keyed()));
  let sealed = 0;
  const counting: SealAll = async (events) => {
    const forms = await sealEach(events);
    sealed += forms.filter((form) => form?.personal !== undefined).length;
    return forms;
  };
  await steps.begins(before);
  const copied = await copyLog(from.log, to.log, steps.copied, signal, counting);
  const added = (await vaultOf(from.log)) === null ? VAULT : null;
  await belongsToLog(to.log, secret)(to.keys);
  steps.compares();
  const contents = { source: openedContents(new Vault(from.keys, secret)), target: openedContents(vault) };
  const { digest: _ofWhatIsInClear, ...comparison } = await compareLogs(from.log, to.log, { contents, upTo: copied.upTo!, added });
  steps.verifies();
  const verified = await verifyLog(to.log, null, () => secret.keyed());
  const end = await from.log.head();
  return {
    namespace: to.name,
    topic: namesOf({ namespace: to.name }).topic,
    logId: await to.log.id(),
    ...comparison,
    sealed,
    verified: verified.events,
    recordedMeanwhile: copied.events - before,
    complete: end?.position === copied.upTo,
  };
}

/** Refuses a log that is damaged, or without all of its keys. @returns how many events it has */
async function lookThrough({ log, keys }: Namespace, upTo: LogHead, secret: LogSecret): Promise<number> {
  const { events } = await verifyLog(readingWithAllKeys(log, keys, 'Nothing was sealed'), upTo.position, () => secret.keyed());
  return events;
}
