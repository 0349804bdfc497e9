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
  /** To which the sealed log is published. */
  readonly topic: string;
  readonly logId: string | null;
  /** Whether every stream says in the new log, opened with the keys, what it says in the old one. */
  readonly identical: boolean;
  /** The first stream that does not; null when all do. */
  readonly differs: string | null;
  /** Of the old log. */
  readonly streams: number;
  readonly events: number;
  /** Events of which something personal was in clear, and is sealed now. */
  readonly sealed: number;
  /** Of the new log, each as it was recorded there. */
  readonly verified: number;
  /** Recorded in the old log after this had begun, and copied too. */
  readonly recordedMeanwhile: number;
  /** Whether the old log ended at the end where it was copied up to: events behind are missing in the new one. */
  readonly complete: boolean;
}

export interface NamespaceSealingSteps {
  /** The old log is looked through before anything is written. */
  looks(): void;
  begins(events: number): Promise<void>;
  copied(events: number): void;
  compares(): void;
  verifies(): void;
}

/**
 * Copies the log of a namespace, with its secrets and the keys of its vault, into another namespace of the same servers, sealed, and proves the
 * copy. The old log stays as it is. Nothing keeps roles from recording in it meanwhile: the answer says whether any did. Cut off, it goes on
 * when it is called again: what is sealed again is the same, byte for byte.
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
