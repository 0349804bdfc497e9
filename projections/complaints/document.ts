/** How it was logged, with the stamp of that fact. */
export type Logged = [stamp: number, severity: string, subject: string, product: string | null, orderId: string | null, channel: string | null];
/** What was done about it; the stamp tells when, and which of acknowledged, resolved and reopened it was. */
export type Step = [stamp: number, text: string | null, compensationMinor: number, currency: string | null];
/**
 * How it was logged (once, as a rule), its steps in order of time, and what was taken back of either and has not arrived
 * yet. A step may arrive before the fact that it is a step of: then nothing is logged yet, and nothing is counted.
 */
export type StoredComplaint = [complaintId: string, logged: Logged[], steps: Step[], owed: [logged: Logged[], steps: Step[]]];

/** Complaints of one customer, ascending by id. */
export type ComplaintsDocument = StoredComplaint[];
