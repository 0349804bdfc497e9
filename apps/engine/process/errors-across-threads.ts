import { InvalidPosition, LogRefused, LogUnavailable, StreamDamaged } from '@tenure/event-log';
import { BadQuery, NotFound, Unavailable } from '@tenure/querying';
import { DocumentDamaged } from '@tenure/read-store';
import type { SupervisedThreadOptions } from '@tenure/threads';
import { VaultUnavailable } from '@tenure/vault';

/** What threads that read throw and the edge answers with more than "something went wrong"; adapters have some of their own. */
export const errorsAcrossThreads: NonNullable<SupervisedThreadOptions['errors']> = [
  BadQuery,
  NotFound,
  InvalidPosition,
  Unavailable,
  LogRefused,
  LogUnavailable,
  StreamDamaged,
  DocumentDamaged,
  VaultUnavailable,
];
