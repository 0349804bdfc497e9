import { customer, isRejection, lacksFact, type Rejection } from '@tenure/customer';
import type { Command } from './command.js';
import type { DecideSurroundings } from './plan-rows.js';

/** Why a command would be refused whatever is recorded of its customer: a date in the future, a negative purchase. */
export function refusedAnyway(command: Command, surroundings: DecideSurroundings): Rejection | null {
  const decision = customer.decide(customer.initial(), command, { ...surroundings, commandId: command.id, registerUnknown: true });
  return isRejection(decision) && !lacksFact(decision) ? decision : null;
}
