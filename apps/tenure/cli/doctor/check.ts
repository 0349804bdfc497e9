/** What the doctor found in one check. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do; empty if `ok`. */
  readonly remedy: string;
}
