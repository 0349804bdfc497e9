import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { ServerState } from './server-state.js';

type Refusal = Pick<ServiceError, 'code' | 'details' | 'metadata' | 'name' | 'message'>;

/** Errors in the form of the real server: the client recognizes them by the trailer "exception". */
function refusal(code: status, details: string, trailers: Record<string, string> = {}): Refusal {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { name: 'ServiceError', message: details, code, details, metadata };
}

export const streamDeleted = (stream: string): Refusal =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

export const wrongExpectedVersion = (stream: string, expected: string, current: number): Refusal =>
  refusal(status.FAILED_PRECONDITION, `WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${current}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': expected,
    'actual-version': String(current),
  });

export const tooLarge = (limit: number): Refusal =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

export const connectionBroken = (): Refusal => refusal(status.UNAVAILABLE, 'Connection dropped');

const accessDenied = (): Refusal => refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
const unauthenticated = (): Refusal => refusal(status.UNAUTHENTICATED, 'Unauthenticated');
const notReady = (): Refusal => refusal(status.UNAVAILABLE, 'Server Is Not Ready');
const notLeader = (host: string, port: number): Refusal =>
  refusal(status.NOT_FOUND, 'Leader info available', { exception: 'not-leader', 'leader-endpoint-host': host, 'leader-endpoint-port': String(port) });

/** Why this call is not served at all, or null. */
export function refuse({ faults, port }: ServerState, headers: Metadata, readsAll = false): Refusal | null {
  if (faults.unauthenticated) return unauthenticated();
  if (faults.anonymousRefused && headers.get('authorization').length === 0) return accessDenied();
  if (faults.notReady) return notReady();
  const leader = faults.notLeader;
  if (leader && headers.get('requires-leader')[0] === 'true') {
    faults.notLeader = leader.times > 1 ? { ...leader, times: leader.times - 1 } : null;
    return notLeader(leader.host, leader.port);
  }
  const nodes = faults.cluster ?? [];
  if (headers.get('requires-leader')[0] === 'true' && nodes.some((node) => node.port === port && node.state !== 'leader')) {
    const leads = nodes.find(({ state, alive }) => alive && state === 'leader');
    return leads ? notLeader('127.0.0.1', leads.port) : notReady();
  }
  return readsAll && faults.allRefused ? accessDenied() : null;
}
