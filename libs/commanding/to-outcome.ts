import { eventId, type Position, streamOf } from '@tenure/event-log';
import type { Command, Outcome } from './command.js';
import type { CommandRow, Refusal, RowOutcome } from './command-row.js';
import type { Decided, DecidedRow } from './plan.js';

/** Where a plan's events were recorded: the revision of the first, and the position of each. */
export interface Appended {
  readonly firstRevision: number;
  readonly positions: readonly Position[];
}

export function toRowOutcome(row: CommandRow, decided: DecidedRow, appended: Appended): RowOutcome {
  if (decided.refusedAt !== null) {
    const at = decided.refusedAt;
    return { status: 'refused', at, outcome: toOutcome(row[at]!.command, decided.refusal, appended) as Refusal };
  }
  return { status: 'accepted', outcomes: decided.decided.map((each, at) => toOutcome(row[at]!.command, each, appended)) };
}

/** The outcome of a row of one command. */
export function toSoleOutcome(outcome: RowOutcome): Outcome {
  return outcome.status === 'refused' ? outcome.outcome : outcome.outcomes[0]!;
}

function toOutcome(command: Command, decided: Decided, appended: Appended): Outcome {
  const outcome = ownOutcome(command, decided, appended);
  return decided.insteadOf ? { ...outcome, insteadOf: decided.insteadOf } : outcome;
}

function ownOutcome({ id: commandId, customerId }: Command, decided: Decided, { firstRevision, positions }: Appended): Outcome {
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
    case 'known': {
      const { known } = decided;
      return accepted(commandId, customerId, true, known.types, known.firstRevision, known.position);
    }
    default: {
      const { id, types, firstEvent } = decided.planned;
      const position = positions[firstEvent + types.length - 1] ?? '';
      return accepted(id, customerId, decided.kind === 'repeated', types, firstRevision + firstEvent, position);
    }
  }
}

/** The ids of its events are derived on demand: an import never asks. */
function accepted(
  commandId: string,
  customerId: string,
  replayed: boolean,
  types: readonly string[],
  firstRevision: number,
  position: Position,
): Extract<Outcome, { status: 'accepted' }> {
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
