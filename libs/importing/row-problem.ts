/** Why one row is rejected; the others continue. A value and not an exception: a file may hold a million of them. */
export class RowProblem {
  constructor(
    readonly code: string,
    /** The field (`amount`), or null when the row as a whole is at fault. */
    readonly field: string | null,
    /** One sentence, with the remedy. */
    readonly reason: string,
  ) {}
}
