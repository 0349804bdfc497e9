/** What a read model keeps of a customer that is personal: sealed texts, or texts in clear of a log from before. null: taken away. */
export interface KeptPersonal {
  readonly customerId: string;
  readonly fields: Readonly<Record<string, string | null>>;
}

/** Fields that are known, and stay sealed in this answer. */
export interface StillSealed {
  readonly fields: readonly string[];
  readonly reason: WhySealed;
}

export const whySealed = ['key-missing', 'key-damaged', 'secret-missing', 'vault-unreachable', 'not-permitted'] as const;
/** The vault has no key of the customer, or one that does not fit; the log's secret is not at hand; the vault cannot be used; the reader has no role for personal data. */
export type WhySealed = (typeof whySealed)[number];

export interface OpenedPersonal {
  /** In clear; null: taken away, or still sealed. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** Null when nothing is. */
  readonly sealed: StillSealed | null;
}

/** Opens what read models keep sealed, for an answer. */
export interface PersonalData {
  /** In the order of the customers. */
  open(kept: readonly KeptPersonal[]): Promise<OpenedPersonal[]>;
}
