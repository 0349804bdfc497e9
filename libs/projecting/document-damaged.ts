/** A stored document is not what was written. It is built again from the log, with its view: what it added to the sums is not known any more. */
export class DocumentDamaged extends Error {
  constructor(
    readonly key: string,
    cause: Error,
  ) {
    super(`The document of customer "${key}" cannot be read (${cause.message}).`, { cause });
    this.name = 'DocumentDamaged';
  }
}
