import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  TimeoutError,
  UnavailableError,
} from '@eventstore/db-client';
import { LogRefused, LogUnavailable, StreamDamaged } from '../errors.js';
import { NoAnswer } from './deadline.js';

export type Trouble = LogUnavailable['code'];

/** Troubles that a retry would not change. */
export const IN_VAIN: ReadonlySet<Trouble> = new Set(['denied', 'too-large', 'closed']);

export function troubleOf(error: unknown): Trouble {
  if (error instanceof LogUnavailable) return error.code;
  if (error instanceof NotLeaderError) return 'not-leader';
  if (error instanceof AccessDeniedError) return 'denied';
  if (error instanceof MaxAppendSizeExceededError) return 'too-large';
  if (error instanceof NoAnswer || error instanceof DeadlineExceededError || error instanceof TimeoutError) return 'timed-out';
  if (error instanceof UnavailableError || error instanceof CancelledError) return 'unreachable';
  return 'io-error';
}

/** The error that a failed read throws at its caller. */
export function readFailure(error: unknown, server: string, what: string): Error {
  if (error instanceof LogUnavailable || error instanceof LogRefused || error instanceof StreamDamaged) return error;
  if (error instanceof StreamDeletedError) return deletedStream(error.streamName ?? what, error);
  const trouble = troubleOf(error);
  const detail = `${what} could not be read from ${server}: ${(error as Error).message}.`;
  return new LogUnavailable(trouble, 'not-appended', `${detail} ${remedyOf(trouble)}`, { cause: error });
}

export function remedyOf(trouble: Trouble): string {
  switch (trouble) {
    case 'denied':
      return 'Give the user in EVENTSTOREDB_URL the right to read and to append these streams.';
    case 'not-leader':
      return 'The cluster is choosing a leader, which passes; name all its nodes in EVENTSTOREDB_URL (esdb://a,b,c), so that the new one is found.';
    case 'too-large':
      return "Send smaller commands, or raise the server's MaxAppendSize.";
    default:
      return 'Check that the server at EVENTSTOREDB_URL runs and can be reached; it is tried again with the next call.';
  }
}

export function deletedStream(stream: string, cause?: unknown): StreamDamaged {
  return new StreamDamaged(stream, 'deleted', `The stream "${stream}" was deleted on the server. Restore the server from a backup: events are never deleted.`, {
    cause,
  });
}
