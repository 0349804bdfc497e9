/** How it was logged, with the stamp of that fact, and what it was about as it is sealed: null where that is not known. */
export type Logged = [stamp: number, severity: string, product: string | null, orderId: string | null, channel: string | null, subject: string | null];
/** What was done about it; the stamp tells when, and which of acknowledged, resolved and reopened it was. How it was settled is sealed. */
export type Step = [stamp: number, compensationMinor: number, currency: string | null, resolution: string | null];
/** How much of them counts: what was said is sealed anew by each event that says it, and tells no two facts apart. */
export const countedOfLogged = 5;
export const countedOfStep = 3;
/**
 * How it was logged (once, as a rule), its steps in order of time, and what was taken back of either and has not arrived
 * yet. A step may arrive before the fact that it is a step of: then nothing is logged yet, and nothing is counted.
 */
export type StoredComplaint = [complaintId: string, logged: Logged[], steps: Step[], owed: [logged: Logged[], steps: Step[]]];

/** Complaints of one customer, ascending by id. */
export type ComplaintsDocument = StoredComplaint[];
