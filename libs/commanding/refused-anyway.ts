import { type DecideContext, decide, initialState, isRejection, type Rejection } from '@tenure/customer';
import type { Command } from './command.js';

/** What only a customer's history could cure. */
const ofHistory = /-unknown$/;

/** Why a command would be refused whatever is recorded of its customer: a date in the future, a negative purchase. */
export function refusedAnyway(command: Command, { now, allowedSkewMs }: Pick<DecideContext, 'now' | 'allowedSkewMs'>): Rejection | null {
  const decision = decide(initialState(), command, { now, allowedSkewMs, commandId: command.id, registerUnknown: true });
  return isRejection(decision) && !ofHistory.test(decision.code) ? decision : null;
}
