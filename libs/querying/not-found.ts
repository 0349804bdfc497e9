/** The requested thing does not exist; `detail` says what to try. */
export class NotFound extends Error {
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'NotFound';
  }
}
