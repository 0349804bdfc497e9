import type { RegisterList } from '../shared/last-write/register-list.js';

/** How it was logged, with the stamp of that fact. */
export type Logged = [stamp: number, severity: string, product: string | null, orderId: string | null, channel: string | null];
/** A step of a complaint; the stamp holds the time, and whether it was acknowledged, resolved or reopened. */
export type Step = [stamp: number, compensationMinor: number, currency: string | null];
/**
 * How it was logged (normally once), its steps in order of time, and those of either that were taken back before they arrived. A step
 * may arrive before the complaint it belongs to: then nothing is logged yet, and nothing is counted. Next to them its texts, sealed,
 * by subject (`subject`, `resolutionAt`) with the revision of the event that wrote them: of two texts the later one stands, whichever
 * arrives first. For a voided complaint it is kept that its texts are removed: the removed texts may still arrive.
 */
export type StoredComplaint = [complaintId: string, logged: Logged[], steps: Step[], owed: [logged: Logged[], steps: Step[]], words: RegisterList];

export const subject = 'subject';
/** Of several resolutions at one moment, the text written last. */
export const resolutionAt = ([stamp]: Step): string => `resolution.${stamp}`;

/** Complaints of one customer, ascending by id. */
export type ComplaintsDocument = StoredComplaint[];
