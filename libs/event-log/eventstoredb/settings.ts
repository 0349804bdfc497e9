import { tmpdir } from 'node:os';
import type { KeyedHash } from '@tenure/log-secret';

export interface EventStoreDbSettings {
  /** One node, the nodes of a cluster, or a DNS name for them (`parseAddress`); the setting EVENTSTOREDB_URL. */
  readonly url: string;
  /** Put before every stream's name, so that several engines can share a server without seeing each other. */
  readonly namespace?: string;
  /**
   * Which streams belong to this log, by their names without the namespace; default: all. Without a namespace a
   * log also sees the streams of every other application on the server.
   */
  readonly isOwn?: (stream: string) => boolean;
  /** Digests personal parts, so that damage to one is found; called when there is a part to digest. Without it they are recorded undigested. */
  readonly keyed?: () => Promise<KeyedHash>;
  /** Time limit of one call to the server: an append, or one page of a read. */
  readonly deadlineMs?: number;
  /** How long an append with an unknown outcome is looked up and retried. */
  readonly settleForMs?: number;
  /** Events per page of a read. */
  readonly pageSize?: number;
  /** Size of one append, in bytes; below the server's own limit (its MaxAppendSize, 1 MiB unless changed). */
  readonly maxAppendBytes?: number;
  /** How often the head is compared with what the subscription has reported. */
  readonly watchdogMs?: number;
  /** Told which node leads, and when one is left. */
  readonly told?: (level: 'info' | 'warn', message: string) => void;
  /** Where `readStreams` sorts what does not fit into memory. */
  readonly spillFolder?: string;
  /** How much of that is held in memory, in bytes. */
  readonly spillBytes?: number;
}

export type KnownSettings = Required<Omit<EventStoreDbSettings, 'keyed'>> & Pick<EventStoreDbSettings, 'keyed'>;

export function withDefaults(settings: EventStoreDbSettings): KnownSettings {
  return {
    namespace: '',
    isOwn: () => true,
    deadlineMs: 5_000,
    settleForMs: 15_000,
    pageSize: 500,
    maxAppendBytes: 1_000_000,
    watchdogMs: 5_000,
    told: () => undefined,
    spillFolder: tmpdir(),
    spillBytes: 32 * 1024 * 1024,
    ...settings,
  };
}
