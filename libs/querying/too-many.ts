/** One key has as many requests under way as it may have: the same request may be sent again when some of them are done. */
export class TooMany extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly retryAfterSeconds: number,
  ) {
    super(detail);
    this.name = 'TooMany';
  }
}
