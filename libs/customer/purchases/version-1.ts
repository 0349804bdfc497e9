import type { Said } from '../aspect.js';
import { withTexts } from '../fact.js';
import type { CountedReturn, ReturnCorrected } from './events.js';

/** With the reasons of the correction and of the return in clear text. */
interface ReturnCorrected1 extends ReturnCorrected {
  readonly reason: string;
  readonly now: CountedReturn & { readonly reason?: string | null };
}

export function returnCorrectedFromVersion1({ data, personal }: Said<ReturnCorrected1>): Said {
  const { reason, ...facts } = data;
  const { reason: returnReason, ...now } = facts.now;
  return { data: { ...facts, now }, personal: withTexts(personal, { reason, returnReason }) };
}
