/** The file for the read models holds something else. */
export class ReadStoreRefused extends Error {
  constructor(file: string) {
    super(`${file} is not Tenure's: it holds something else. Move it away, or choose another folder with --data.`);
    this.name = 'ReadStoreRefused';
  }
}

/** The file for the read models is not what SQLite wrote. Nothing that cannot be built again is lost. */
export class ReadModelsDamaged extends Error {
  constructor(file: string, cause: Error) {
    super(`${file} is damaged (${cause.message}).`, { cause });
    this.name = 'ReadModelsDamaged';
  }
}

/** The read models cannot be reached now. Reading again later is safe; so is a commit with the same arguments. */
export class ReadStoreUnavailable extends Error {}

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

/** This writer may not write any more, whatever it would write. */
export class WriterEnded extends Error {}

/** A sum is no whole number that adds up exactly any more. Nothing of the commit was written. */
export class SumTooLarge extends Error {
  constructor(
    readonly view: string,
    readonly cell: string,
    readonly amount: number,
  ) {
    super(`The sum ${cell} of ${view} would come to ${amount}, and sums are whole numbers up to 2^53 - 1: a projection has to keep it in limbs.`);
    this.name = 'SumTooLarge';
  }
}
