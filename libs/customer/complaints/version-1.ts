import type { Said } from '../aspect.js';
import { withTexts } from '../fact.js';
import type { ComplaintCorrected, ComplaintVoided, CountedComplaint, CountedStep } from './events.js';

interface Step1 extends CountedStep {
  readonly resolution?: string;
  readonly reason?: string;
}

/** With its texts in clear. */
interface Complaint1 extends CountedComplaint {
  readonly subject: string;
  readonly steps: readonly Step1[];
}

interface Reasoned {
  readonly reason: string;
  readonly was: Complaint1;
}

/** Steps that no longer stand repeated the texts of the events that recorded them; these events keep the texts. */
export function complaintCorrectedFromVersion1({ data, personal }: Said<ComplaintCorrected & Reasoned & { readonly now: Complaint1 }>): Said {
  const { reason, was, now, ...facts } = data;
  const [before, after] = [textsOf(was), textsOf(now)];
  const texts = {
    reason,
    ...after,
    wasSubject: before.subject === after.subject ? undefined : before.subject,
    wasResolution: before.resolution === after.resolution ? undefined : before.resolution,
  };
  return { data: { ...facts, was: withoutTexts(was), now: withoutTexts(now) }, personal: withTexts(personal, texts) };
}

export function complaintVoidedFromVersion1({ data, personal }: Said<ComplaintVoided & Reasoned>): Said {
  const { reason, was, ...facts } = data;
  const { subject, resolution } = textsOf(was);
  return { data: { ...facts, was: withoutTexts(was) }, personal: withTexts(personal, { reason, wasSubject: subject, wasResolution: resolution }) };
}

function textsOf({ subject, steps }: Complaint1): { readonly subject: string; readonly resolution: string | undefined } {
  const last = steps.findLast(({ step }) => step !== 'acknowledged');
  return { subject, resolution: last?.step === 'resolved' ? last.resolution : undefined };
}

function withoutTexts({ subject: _, steps, ...counted }: Complaint1): CountedComplaint {
  return { ...counted, steps: steps.map(({ resolution: _resolution, reason: _reason, ...step }) => step) };
}
