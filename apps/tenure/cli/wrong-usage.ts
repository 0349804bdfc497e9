/** The command line was written wrongly (exit 2). With `meant`, the nearest known word is suggested. */
export class WrongUsage extends Error {
  constructor(
    message: string,
    readonly meant: { readonly word: string; readonly known: readonly string[] } | null = null,
  ) {
    super(message);
    this.name = 'WrongUsage';
  }
}

/** Refused or failed (exit 1), with a sentence that needs no more explanation. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Ctrl-C, SIGTERM, or a terminal that was closed. `message` says what is left behind. */
export class Interrupted extends Error {
  constructor(message = 'Stopped.') {
    super(message);
    this.name = 'Interrupted';
  }
}
