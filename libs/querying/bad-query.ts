/** A query whose parameters contradict each other or the data; shapes are checked earlier. */
export class BadQuery extends Error {
  constructor(
    readonly parameter: string,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'BadQuery';
  }
}
