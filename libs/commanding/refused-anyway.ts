import { type DecideContext, decide, initialState, isRejection, lacksFact, type Rejection } from '@tenure/customer';
import type { Command } from './command.js';

/** Why a command would be refused whatever is recorded of its customer: a date in the future, a negative purchase. */
export function refusedAnyway(command: Command, { now, allowedSkewMs }: Pick<DecideContext, 'now' | 'allowedSkewMs'>): Rejection | null {
  const decision = decide(initialState(), command, { now, allowedSkewMs, commandId: command.id, registerUnknown: true });
  return isRejection(decision) && !lacksFact(decision) ? decision : null;
}
