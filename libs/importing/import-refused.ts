/** The file as a whole, or an option, cannot be used: nothing was imported. Says which, and what to do about it. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(
    readonly code: string,
    /** The option or field at fault, e.g. `map.occurred_at`, `dateFormat`, `file`. */
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}
