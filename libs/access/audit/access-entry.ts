/** What is kept of who did what: `login` is a key's first use from an address, `reveal` an answer that may hold personal data. */
export const accessKinds = ['login', 'denial', 'key', 'export', 'import', 'reveal'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** `cut-short`: the answer began and did not arrive whole. */
export const accessOutcomes = ['done', 'refused', 'failed', 'cut-short'] as const;
export type AccessOutcome = (typeof accessOutcomes)[number];

/** One thing that somebody did, or was kept from doing. */
export interface AccessEntry {
  readonly kind: AccessKind;
  readonly outcome: AccessOutcome;
  /** As events name it; null: nobody who is known. */
  readonly actor: string | null;
  /** The IP address it came from. */
  readonly address: string;
  /** Method and route: `GET /v1/export/:readModel`. */
  readonly what: string;
  /** What or whom it was about: the id of a customer or key, the name of an export. */
  readonly subject: string | null;
}

/** Like entries of one minute, as one. */
export interface AccessRecord {
  readonly kind: AccessKind;
  readonly outcome: AccessOutcome;
  readonly actor: string | null;
  /** Null: from more addresses than are told apart in one minute. */
  readonly address: string | null;
  /** The first of them, at most. */
  readonly what: readonly string[];
  readonly subjects: readonly string[];
  readonly count: number;
  /** Epoch milliseconds of the first and the last. */
  readonly since: number;
  readonly until: number;
}
