/** The personal data of a customer in a read model: sealed texts, or clear texts of an older log. null: removed. */
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
/**
 * The vault has no key of the customer, or one that does not fit; the log's secret is not available; the vault cannot be used; the
 * reader has no role for personal data.
 */
export type WhySealed = (typeof whySealed)[number];

export interface OpenedPersonal {
  /** In clear; null: removed, or still sealed. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** Null when nothing is sealed. */
  readonly sealed: StillSealed | null;
}

/** Opens sealed data of read models for an answer. */
export interface PersonalData {
  /** In the order of the customers. */
  open(kept: readonly KeptPersonal[]): Promise<OpenedPersonal[]>;
}
