/** Something is missing for now: the same request may well succeed later. */
export class Unavailable extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly retryAfterSeconds = 1,
  ) {
    super(detail);
    this.name = 'Unavailable';
  }
}
