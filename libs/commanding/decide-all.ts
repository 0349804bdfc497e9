import { type DecideContext, decide, evolve, type Rejection } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import type { Command } from './command.js';
import { type CustomerRecord, interned, type KnownCommand } from './customer-record.js';
import { payloadHash } from './payload-hash.js';

/** What became of one command, before anything is written. */
export type Decided =
  | { readonly kind: 'new' | 'known'; readonly command: KnownCommand }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'revision-mismatch'; readonly actual: number | null };

export interface Decisions {
  readonly decided: readonly Decided[];
  readonly events: readonly NewEvent[];
}

/**
 * Decides commands of one customer one after the other, each on the state that the ones before it leave. The record
 * moves along; if its events are then not written, the record must be thrown away.
 */
export function decideAll(record: CustomerRecord, commands: readonly Command[], now: number, allowedSkewMs: number): Decisions {
  const events: NewEvent[] = [];
  const decided = commands.map((command): Decided => {
    const hash = command.payloadHash ?? payloadHash(command.name, command.data);
    const known = record.commands.get(command.id);
    if (known) return known.payloadHash === hash ? { kind: 'known', command: known } : { kind: 'key-reused' };
    if (command.expectedRevision !== undefined && command.expectedRevision !== record.revision) {
      return { kind: 'revision-mismatch', actual: record.revision === -1 ? null : record.revision };
    }
    const context: DecideContext = { now, allowedSkewMs, commandId: command.id, registerUnknown: command.registerUnknown ?? false };
    const decision = decide(record.state, command, context);
    if ('code' in decision) return { kind: 'rejected', rejection: decision };
    const firstRevision = record.revision + 1;
    decision.forEach((fact, index) => {
      events.push({
        ...fact,
        metadata: {
          commandId: command.id,
          index,
          payloadHash: hash,
          actor: command.actor,
          correlationId: command.correlationId,
          traceparent: command.traceparent,
        },
      });
      record.state = evolve(record.state, fact);
      record.revision += 1;
    });
    const remembered: KnownCommand = { payloadHash: hash, firstRevision, types: interned(decision.map(({ type }) => type)), position: '' };
    record.commands.set(command.id, remembered);
    return { kind: 'new', command: remembered };
  });
  return { decided, events };
}
