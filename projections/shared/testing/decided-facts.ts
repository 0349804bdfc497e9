import { type Command, customer, isRejection, type NewFact } from '@tenure/customer';
import { type ArbitraryCommand, commandsUpTo } from '@tenure/customer/testing';
import type fc from 'fast-check';
import type { GivenEvent } from './events.js';

/** Long enough for facts to meet, short enough for every law. */
const longest = 20;
const now = Date.parse('2026-03-15T12:00:00Z');
const surroundings = { now, allowedSkewMs: 86_400_000, largestAmount: 10 ** 13, registerUnknown: true };

/** The events recorded for commands of every aspect, as far as the rules accept them. */
export const decidedFacts: fc.Arbitrary<GivenEvent[]> = commandsUpTo(longest).map((commands) => recordedOf(commands).map(given));

function recordedOf(commands: readonly ArbitraryCommand[]): NewFact[] {
  const state = customer.initial();
  return commands.flatMap((command, at) => {
    const decision = customer.decide(state, command as Command, { ...surroundings, commandId: `c${at}` });
    if (isRejection(decision)) return [];
    for (const fact of decision) customer.evolve(state, fact);
    return decision;
  });
}

const given = ({ type, version, occurredAt, precision, data, personal }: NewFact): GivenEvent => ({
  type,
  version,
  at: occurredAt,
  ...(precision && { precision }),
  data: data as object,
  personal: personal as object | undefined,
});
