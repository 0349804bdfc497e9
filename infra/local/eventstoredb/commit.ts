import type { Expected } from './expectation.js';
import type { Faults } from './faults.js';
import type { Appended, Store } from './store.js';
import type { ProposedEvent } from './store-schema.js';

/** What the client gets of an append: its answer, nothing at all, or a broken call. */
export type Committed = { readonly kind: 'answer'; readonly result: Appended } | { readonly kind: 'silence' } | { readonly kind: 'break' };

export function commit(store: Store, faults: Faults, stream: string, expected: Expected, events: readonly ProposedEvent[]): Committed {
  if (strikes(faults, 'ignoreAppends')) return { kind: 'silence' };
  const result = store.append(stream, expected, events);
  if (faults.dieAtAppend !== null && --faults.dieAtAppend <= 0) process.kill(process.pid, 'SIGKILL');
  if (strikes(faults, 'loseAnswers')) return { kind: 'silence' };
  if (strikes(faults, 'breakAfterAppends')) return { kind: 'break' };
  return { kind: 'answer', result };
}

/** The server's own measure of an append (its Event.SizeOnDisk), limited by its setting MaxAppendSize: 1 MiB by default. */
export const MAX_APPEND_BYTES = 1024 * 1024;

export function sizeOf(events: readonly ProposedEvent[]): number {
  return events.reduce((sum, { type, data, metadata }) => sum + 2 * type.length + data.length + metadata.length, 0);
}

function strikes(faults: Faults, fault: 'ignoreAppends' | 'loseAnswers' | 'breakAfterAppends'): boolean {
  if (faults[fault] <= 0) return false;
  faults[fault] -= 1;
  return true;
}
