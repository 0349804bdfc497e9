/** The version whose behaviour the stand-in follows. */
const VERSION = '24.10.0';

export interface ClusterNode {
  readonly port: number;
  readonly state: 'leader' | 'follower' | 'unknown';
  readonly alive: boolean;
}

/** What a test can make go wrong. Counters go down by one each time they strike. */
export interface Faults {
  /** Added to the machine's clock: positive is a server that runs ahead of its clients. */
  clockOffsetMs: number;
  /** Calls that insist on the leader are sent to this one instead, this often. */
  notLeader: { readonly host: string; readonly port: number; readonly times: number } | null;
  /** `$all` may not be read, as for any user who is no administrator. */
  allRefused: boolean;
  /** No credentials are accepted. */
  unauthenticated: boolean;
  /** Nobody is let in without a user. */
  anonymousRefused: boolean;
  /** The version it says it has; null: it cannot say, as before 21.10. */
  version: string | null;
  /** The nodes of its cluster, itself among them, as it sees them; null: it is alone. */
  cluster: readonly ClusterNode[] | null;
  /** Answers "Server Is Not Ready", as a node does while it starts. */
  notReady: boolean;
  /** So many appends are written and never answered. */
  loseAnswers: number;
  /** So many appends are neither written nor answered. */
  ignoreAppends: number;
  /** So many appends are written, and then their call breaks. */
  breakAfterAppends: number;
  /** Written, and then the process dies before it answers. Null: never. */
  dieAtAppend: number | null;
  /** Subscriptions stay open and say nothing. */
  muteSubscriptions: boolean;
}

export const noFaults = (): Faults => ({
  clockOffsetMs: 0,
  notLeader: null,
  allRefused: false,
  unauthenticated: false,
  anonymousRefused: false,
  version: VERSION,
  cluster: null,
  notReady: false,
  loseAnswers: 0,
  ignoreAppends: 0,
  breakAfterAppends: 0,
  dieAtAppend: null,
  muteSubscriptions: false,
});

/** What the stand-in was asked, for tests that care how. */
export interface Calls {
  append: number;
  batchAppend: number;
  /** Of those left without an answer: how many the client has cancelled. */
  appendsGivenUp: number;
  read: number;
  subscribe: number;
  /** The largest number of events that one read asked for. */
  largestRead: number;
}

export const noCalls = (): Calls => ({ append: 0, batchAppend: 0, appendsGivenUp: 0, read: 0, subscribe: 0, largestRead: 0 });
