import type { RegisterList } from '../shared/last-write/register-list.js';

/** How it was logged, with the stamp of that fact. */
export type Logged = [stamp: number, severity: string, product: string | null, orderId: string | null, channel: string | null];
/** What was done about it; the stamp tells when, and which of acknowledged, resolved and reopened it was. */
export type Step = [stamp: number, compensationMinor: number, currency: string | null];
/**
 * How it was logged (once, as a rule), its steps in order of time, and what was taken back of either and has not arrived
 * yet. A step may arrive before the fact that it is a step of: then nothing is logged yet, and nothing is counted. Beside
 * them what was said, sealed, by what it is about (`subject`, `resolutionAt`) with the revision of the event that said it: of two texts the later
 * stands, whichever arrives first. Of a complaint that was voided it is left that nothing is said any more: what was may still arrive.
 */
export type StoredComplaint = [complaintId: string, logged: Logged[], steps: Step[], owed: [logged: Logged[], steps: Step[]], words: RegisterList];

export const subject = 'subject';
/** Of the resolutions of one moment the text that was said last. */
export const resolutionAt = ([stamp]: Step): string => `resolution.${stamp}`;

/** Complaints of one customer, ascending by id. */
export type ComplaintsDocument = StoredComplaint[];
