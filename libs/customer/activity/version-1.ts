import type { Said } from '../aspect.js';
import { withTexts } from '../fact.js';
import type { CorrectedVisit, VisitCorrected } from './events.js';

/** With the texts of the visit and the reason in clear text. */
interface VisitCorrected1 extends VisitCorrected {
  readonly reason: string;
  readonly now: CorrectedVisit & { readonly subject?: string | null; readonly result?: string | null; readonly place?: string | null };
}

export function visitCorrectedFromVersion1({ data, personal }: Said<VisitCorrected1>): Said {
  const { reason, ...facts } = data;
  const { subject, result, place, ...now } = facts.now;
  return { data: { ...facts, now }, personal: withTexts(personal, { subject, result, place, reason }) };
}
