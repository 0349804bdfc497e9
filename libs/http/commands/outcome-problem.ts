import type { Outcome } from '@tenure/commanding';
import type { NotRecorded } from '@tenure/fitting';
import type { CommandOfKind, Rejection, SentOutcome } from '@tenure/streams';
import { Problem } from '../problems/problem.js';

export type Accepted = Extract<Outcome, { status: 'accepted' }>;
export type RecordedOnStream = Extract<SentOutcome, { status: 'recorded' }>;

/** Why a command on a customer did not take effect. */
export function problemOfOutcome(outcome: Exclude<Outcome, Accepted>): Problem {
  if (outcome.status === 'key-reused') return new Problem('key-reused', outcome.detail);
  if (outcome.status === 'rejected') return rejected(outcome.rejection);
  return revisionMismatch('customer', outcome.actual);
}

/** Why a command on a stream of another kind did not take effect. */
export function problemOfSent(outcome: Exclude<SentOutcome, RecordedOnStream>, { kind, command }: CommandOfKind): Problem {
  if (outcome.status === 'key-reused') return new Problem('key-reused', outcome.detail);
  if (outcome.status === 'unknown-stream') return new Problem('not-found', outcome.detail, { code: `${kind.name}-unknown` });
  if (outcome.status === 'revision-mismatch') return revisionMismatch(kind.name, outcome.actual);
  const { rejection } = outcome;
  return command.refusedWith === 400 ? new Problem('invalid-parameter', rejection.detail, { errors: faultsOf(rejection) }) : rejected(rejection);
}

/** Why a fit or a back-test was not recorded. */
export function problemOfModelCommand(outcome: NotRecorded): Problem {
  return outcome.status === 'key-reused' ? new Problem('key-reused', outcome.detail) : revisionMismatch('model', outcome.actual);
}

function rejected(rejection: Rejection): Problem {
  return new Problem('rejected', rejection.detail, { code: rejection.code, errors: faultsOf(rejection) });
}

function faultsOf({ code, detail, pointer }: Rejection) {
  return pointer === undefined ? [] : [{ pointer, code, detail }];
}

function revisionMismatch(what: string, actual: number | null): Problem {
  const state = actual === null ? `there is no such ${what} yet` : `the ${what} is at revision ${actual}`;
  return new Problem('revision-mismatch', `If-Match does not hold: ${state}.`, {
    members: { currentRevision: actual },
    headers: actual === null ? {} : { ETag: `"${actual}"` },
  });
}
