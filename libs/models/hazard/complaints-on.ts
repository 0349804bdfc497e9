import type { ComplaintRecord } from './customer-record.js';

export interface ComplaintsOn {
  /** Logged, and not resolved since or reopened. */
  readonly open: number;
  /** Those resolved, each counted one half after 90 days. */
  readonly resolvedRecently: number;
  /** How many came within 90 days of the one before (a second failure weighs more: Maxham & Netemeyer 2002), each counted one half after a year. */
  readonly repeated: number;
}

const none: ComplaintsOn = { open: 0, resolvedRecently: 0, repeated: 0 };
const halfLifeOfResolved = 90;
const daysOfRepetition = 90;
const halfLifeOfRepeated = 365;

/** The complaints of a customer as they stood at the end of a day. */
export function complaintsOn(complaints: readonly ComplaintRecord[], day: number): ComplaintsOn {
  if (complaints.length === 0) return none;
  let open = 0,
    resolvedRecently = 0,
    repeated = 0;
  let before = -Infinity;
  for (const { logged, steps } of complaints) {
    if (logged > day) break;
    const last = steps.findLast((step) => step.day <= day);
    if (last?.step === 'resolved') resolvedRecently += 2 ** (-(day - last.day) / halfLifeOfResolved);
    else open += 1;
    if (logged - before <= daysOfRepetition) repeated += 2 ** (-(day - logged) / halfLifeOfRepeated);
    before = logged;
  }
  return { open, resolvedRecently, repeated };
}
