import { eventId, streamOf } from '@tenure/event-log';
import type { Command, Outcome } from './command.js';
import type { KnownCommand } from './customer-record.js';
import type { Decided } from './decide-all.js';

export function toOutcome({ id: commandId, customerId }: Command, decided: Decided): Outcome {
  switch (decided.kind) {
    case 'rejected':
      return { status: 'rejected', rejection: decided.rejection };
    case 'revision-mismatch':
      return { status: 'revision-mismatch', actual: decided.actual };
    case 'key-reused':
      return {
        status: 'key-reused',
        detail: `The key "${commandId}" was used for another command on this customer. Use a new key for a new command; repeat a key only to retry the same one.`,
      };
    default:
      return accepted(commandId, customerId, decided.kind === 'known', decided.command);
  }
}

/** The ids of its events are derived when they are asked for: an import never asks. */
function accepted(commandId: string, customerId: string, replayed: boolean, { firstRevision, types, position }: KnownCommand): Outcome {
  return {
    status: 'accepted',
    replayed,
    commandId,
    customerId,
    revision: firstRevision + types.length - 1,
    position,
    events: types.map((type, index) => ({
      get eventId() {
        return eventId(streamOf(customerId), { commandId, index });
      },
      type,
      revision: firstRevision + index,
    })),
  };
}
