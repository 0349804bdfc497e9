/** What the doctor found of one thing. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do; of no use while `ok`. */
  readonly remedy: string;
}
