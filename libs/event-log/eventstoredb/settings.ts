import { tmpdir } from 'node:os';
import type { KeyedHash } from '@tenure/log-secret';

export interface EventStoreDbSettings {
  /** One node, the nodes of a cluster, or a DNS name for them (`parseAddress`); the setting EVENTSTOREDB_URL. */
  readonly url: string;
  /** Put before every stream's name, so that several engines can share a server without seeing each other. */
  readonly namespace?: string;
  /** Which streams, by their names without the namespace, are of this log. Without a namespace it sees those of all others on the server, too; default: all. */
  readonly isOwn?: (stream: string) => boolean;
  /** Digests personal parts, so that damage to one is found; asked when there is one. Without it they are recorded undigested. */
  readonly keyed?: () => Promise<KeyedHash>;
  /** Of one call to the server: an append, or one page of a read. */
  readonly deadlineMs?: number;
  /** How long an append whose outcome is unknown is asked after and tried again. */
  readonly settleForMs?: number;
  /** Events per page of a read. */
  readonly pageSize?: number;
  /** Of one append, in bytes; below the server's own limit (its MaxAppendSize, 1 MiB unless changed). */
  readonly maxAppendBytes?: number;
  /** How often the head is compared with what the subscription has said. */
  readonly watchdogMs?: number;
  /** Hears which node leads, and when one is left. */
  readonly told?: (level: 'info' | 'warn', message: string) => void;
  /** Where `readStreams` sorts what does not fit into memory. */
  readonly spillFolder?: string;
  /** How much of it is held in memory, in bytes. */
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
