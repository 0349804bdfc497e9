/** Recorded facts that may not be meant so. */
export interface ImportWarning {
  /**
   * `invisible-characters-around-id`, `id-in-scientific-notation`, `ids-that-differ-in-case-or-form`, `telephone-like-ids`, `one-order-each`,
   * `one-customer-for-most`, `all-on-one-day`, `mostly-before-1970`, `mostly-in-the-future`, `all-amounts-zero`, `all-amounts-negative`,
   * `registered-at-another-date`.
   */
  readonly code: string;
  /** Rows of the file, or the facts in them. */
  readonly rows: number;
  /** One of the ids, days or amounts; for `one-order-each` the column that was taken as the customer's. */
  readonly example: string;
  /** A sentence with the remedy. */
  readonly message: string;
}

/** `1,234 rows`. */
export function counted(rows: number, one: string, many: string): string {
  return `${rows.toLocaleString('en-US')} ${rows === 1 ? one : many}`;
}
