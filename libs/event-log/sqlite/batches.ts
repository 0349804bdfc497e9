import type { KeyedHash } from '@tenure/log-secret';
import { hasUnsealedPart, personalDigestOf } from '../checksum.js';
import type { AppendRequest, AppendResult } from '../event-log.js';
import { EventKinds } from './event-kinds.js';
import { toPosition } from './position.js';
import type { AppendBatch, BatchResult, EventValues, RequestHead, RequestResult } from './writer-messages.js';

/** An append that a caller waits for. */
export interface Pending {
  readonly request: AppendRequest;
  readonly keyed: KeyedHash | undefined;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

export function toBatch(pending: readonly Pending[]): AppendBatch {
  const requests: RequestHead[] = [];
  const events: EventValues[] = [];
  const kinds = new EventKinds();
  for (const { request, keyed } of pending) {
    requests.push([request.stream, request.expected === 'no-stream' ? -1 : request.expected, request.events.length]);
    for (const event of request.events) {
      const { occurredAt, data, personal, metadata } = event;
      const { commandId, index, of = null, payloadHash } = metadata;
      const text = personal === undefined ? null : JSON.stringify(personal);
      const digest = keyed && hasUnsealedPart(event) ? personalDigestOf(keyed, request.stream, metadata, personal!) : null;
      events.push([kinds.placeOf(event), occurredAt, JSON.stringify(data), text, digest, commandId, index, of, payloadHash]);
    }
  }
  return { requests, kinds: kinds.list, events };
}

export function settle(batch: readonly Pending[], { results, recordedAt }: BatchResult): void {
  batch.forEach(({ request, resolve }, i) => {
    resolve(toResult(results[i]!, request.events.length, recordedAt));
  });
}

/** The events of one request lie side by side, with no other request's events between them. */
function toResult(result: RequestResult, count: number, recordedAt: number): AppendResult {
  if (result[0] === 'conflict') return { outcome: 'conflict', actual: result[1] === -1 ? 'no-stream' : result[1] };
  if (result[0] === 'completed') {
    const positions = result[2].map(toPosition);
    return { outcome: 'appended', revision: result[1], position: positions[count - 1]!, positions, recordedAt };
  }
  const positions = Array.from({ length: count }, (_, i) => toPosition(result[2] - count + 1 + i));
  return { outcome: 'appended', revision: result[1], position: toPosition(result[2]), positions, recordedAt };
}
