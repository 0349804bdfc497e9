/** The version whose behaviour the stand-in follows. */
const VERSION = '24.10.0';

export interface ClusterNode {
  readonly port: number;
  readonly state: 'leader' | 'follower' | 'unknown';
  readonly alive: boolean;
}

/** Faults that a test can inject. Counters go down by one with each fault. */
export interface Faults {
  /** Added to the machine's clock: a positive value is a server ahead of its clients. */
  clockOffsetMs: number;
  /** So many calls that require the leader are redirected to this node. */
  notLeader: { readonly host: string; readonly port: number; readonly times: number } | null;
  /** `$all` may not be read, as for any user who is not an administrator. */
  allRefused: boolean;
  /** No credentials are accepted. */
  unauthenticated: boolean;
  /** Calls without a user are refused. */
  anonymousRefused: boolean;
  /** The version that the server reports; null: it reports none, as before 21.10. */
  version: string | null;
  /** The nodes of its cluster as it sees them, including itself; null: it is alone. */
  cluster: readonly ClusterNode[] | null;
  /** Answers "Server Is Not Ready", as a node does while it starts. */
  notReady: boolean;
  /** So many appends are written and never answered. */
  loseAnswers: number;
  /** So many appends are neither written nor answered. */
  ignoreAppends: number;
  /** So many appends are written, and then their call breaks. */
  breakAfterAppends: number;
  /** So many appends are written; then the process dies before it answers. Null: never. */
  dieAtAppend: number | null;
  /** Subscriptions stay open and deliver nothing. */
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

/** Counts of the calls made to the stand-in, for tests. */
export interface Calls {
  append: number;
  batchAppend: number;
  /** How many of the unanswered appends the client has cancelled. */
  appendsGivenUp: number;
  read: number;
  subscribe: number;
  /** The largest number of events that one read requested. */
  largestRead: number;
}

export const noCalls = (): Calls => ({ append: 0, batchAppend: 0, appendsGivenUp: 0, read: 0, subscribe: 0, largestRead: 0 });
