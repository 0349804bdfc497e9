/** Kinds of recorded access: `login` is a key's first use from an address, `reveal` an answer that may hold personal data. */
export const accessKinds = ['login', 'denial', 'key', 'export', 'import', 'reveal'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** `cut-short`: the answer began but did not arrive completely. */
export const accessOutcomes = ['done', 'refused', 'failed', 'cut-short'] as const;
export type AccessOutcome = (typeof accessOutcomes)[number];

/** One action of somebody, carried out or denied. */
export interface AccessEntry {
  readonly kind: AccessKind;
  readonly outcome: AccessOutcome;
  /** The actor as events name it; null: not known. */
  readonly actor: string | null;
  /** The IP address that the request came from. */
  readonly address: string;
  /** Method and route: `GET /v1/export/:readModel`. */
  readonly what: string;
  /** The subject of the action: the id of a customer or key, the name of an export. */
  readonly subject: string | null;
}

/** Equal entries of one minute, as one record. */
export interface AccessRecord {
  readonly kind: AccessKind;
  readonly outcome: AccessOutcome;
  readonly actor: string | null;
  /** Null: from more addresses than are told apart in one minute. */
  readonly address: string | null;
  /** The first routes, up to a limit. */
  readonly what: readonly string[];
  readonly subjects: readonly string[];
  readonly count: number;
  /** Epoch milliseconds of the first and the last. */
  readonly since: number;
  readonly until: number;
}
