/** One key has as much under way as it may have: the same request may be sent again when some of it is done. */
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
