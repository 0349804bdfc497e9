import { HttpException, NotFoundException } from '@nestjs/common';
import { AccessError } from '@tenure/access';
import { UnknownEventError } from '@tenure/customer';
import { diskSentence, diskTrouble, InvalidPosition, LogRefused, LogUnavailable, StreamDamaged } from '@tenure/event-log';
import { LogSecretMissing } from '@tenure/log-secret';
import { BadQuery, NotCaughtUp, NotFound, PositionBeyondHead, TooMany, Unavailable } from '@tenure/querying';
import { DocumentDamaged, ReadStoreUnavailable } from '@tenure/read-store';
import { ThreadLost } from '@tenure/threads';
import { VaultUnavailable } from '@tenure/vault';
import { asOfBody } from '../freshness/as-of.js';
import { Problem, wrongParameter } from './problem.js';

/** The problem that an error from below the edge means to the caller. Null: unforeseen, so it is a fault of the engine. */
export function problemOfError(error: unknown, bodyLimit: number): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof NotFound) return new Problem('not-found', error.message, { code: error.code });
  if (error instanceof BadQuery) {
    const errors = [{ pointer: `/${error.parameter}`, code: error.code, detail: error.message }];
    return new Problem('invalid-parameter', error.message, { errors });
  }
  if (error instanceof InvalidPosition) return new Problem('invalid-parameter', error.message, { code: 'invalid-position' });
  if (error instanceof PositionBeyondHead) {
    const { parameter, head, message: detail } = error;
    const errors = [{ pointer: `/${parameter}`, code: 'position-beyond-head', detail }];
    return new Problem('position-beyond-head', detail, { errors, members: { head } });
  }
  if (error instanceof NotCaughtUp) return new Problem('not-caught-up', error.message, { members: { asOf: asOfBody(error.asOf) } });
  if (error instanceof Unavailable) return new Problem('unavailable', error.message, { code: error.code, retryAfterSeconds: error.retryAfterSeconds });
  if (error instanceof TooMany) return new Problem('too-many-requests', error.message, { code: error.code, retryAfterSeconds: error.retryAfterSeconds });
  if (error instanceof ThreadLost) return new Problem('unavailable', error.message, { code: 'thread-lost', retryAfterSeconds: 1 });
  if (error instanceof ReadStoreUnavailable) return new Problem('unavailable', error.message, { code: 'read-models-unavailable', retryAfterSeconds: 5 });
  if (error instanceof DocumentDamaged) {
    return new Problem('unavailable', `${error.message} Its read model is built anew.`, { code: 'read-model-damaged', retryAfterSeconds: 60 });
  }
  if (error instanceof LogUnavailable) return logUnavailable(error);
  if (error instanceof LogSecretMissing) return new Problem('unavailable', error.message, { code: `log-secret-${error.code}`, retryAfterSeconds: 60 });
  if (error instanceof VaultUnavailable) return new Problem('unavailable', error.message, { code: `vault-${error.code}`, retryAfterSeconds: 60 });
  if (error instanceof StreamDamaged) return new Problem('unavailable', error.message, { code: `stream-${error.code}`, retryAfterSeconds: 60 });
  if (error instanceof UnknownEventError) return new Problem('unavailable', `Here ${error.message}.`, { code: 'event-unknown', retryAfterSeconds: 60 });
  if (error instanceof LogRefused) return new Problem('unavailable', error.message, { code: `log-${error.code}`, retryAfterSeconds: 60 });
  if (error instanceof AccessError) return accessProblem(error);
  const ofDisk = diskTrouble(error);
  if (ofDisk !== null)
    return new Problem('unavailable', diskSentence(error, 'send the same request again')!, { code: `disk-${ofDisk.kind}`, retryAfterSeconds: 60 });
  if (error instanceof NotFoundException)
    return new Problem('not-found', 'There is no such path. See /openapi.json for all of them.', { code: 'path-unknown' });
  // Nest wraps the errors of Fastify; the cause is more exact.
  if (error instanceof HttpException)
    return problemOfError(error.cause, bodyLimit) ?? (error.getStatus() < 500 ? new Problem('bad-request', error.message) : null);
  return error instanceof Error ? transportProblem(error as Error & { code?: string; statusCode?: number }, bodyLimit) : null;
}

function logUnavailable(error: LogUnavailable): Problem {
  const effect =
    error.outcome === 'unknown'
      ? 'Whether it was recorded is not known; the same request with the same key is safe and takes effect once.'
      : 'Nothing was recorded.';
  return new Problem('unavailable', `${error.message} ${effect}`, {
    code: error.code === 'clock-jumped' ? error.code : `log-${error.code}`,
    retryAfterSeconds: 5,
    members: { outcome: error.outcome },
  });
}

function accessProblem(error: AccessError): Problem {
  if (error.code === 'key-unknown') return new Problem('not-found', error.message, { code: error.code });
  if (error.code === 'key-already-revoked') return new Problem('conflict', error.message, { code: error.code });
  const errors = [{ pointer: `/${error.field}`, code: error.code, detail: error.message }];
  if (error.code === 'role-not-held') return new Problem('forbidden', error.message, { code: error.code, errors });
  return new Problem('invalid-body', error.message, { errors });
}

/** Faults that Fastify detects before any handler runs. */
function transportProblem(error: Error & { code?: string; statusCode?: number }, bodyLimit: number): Problem | null {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('body-too-large', `The body may hold at most ${bodyLimit} bytes.`, { members: { limit: bodyLimit } });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('unsupported-media-type', 'Send the header Content-Type: application/json (many commands: application/x-ndjson; imports: text/csv).');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('bad-request', 'The body is shorter than its Content-Length: it was cut short on the way. Send it again.', { code: 'body-cut-short' });
    case 'FST_ERR_BAD_URL':
      return new Problem('invalid-url', 'The path is not valid percent-encoded UTF-8. Encode each part of it, e.g. with encodeURIComponent.');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return wrongParameter('path', 'too-long', 'holds a part that is longer than any id may be');
    case 'ECONNRESET':
      return new Problem('bad-request', 'The connection ended before the body did.', { code: 'body-cut-short' });
    default:
      if (error.statusCode === undefined || error.statusCode >= 500 || error.statusCode < 400) return null;
      return new Problem('bad-request', error.message);
  }
}
