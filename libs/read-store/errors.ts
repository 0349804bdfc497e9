/** The file for the read models holds something else. */
export class ReadStoreRefused extends Error {
  constructor(file: string) {
    super(`${file} is not Tenure's: it holds something else. Move it away, or choose another folder with --data.`);
    this.name = 'ReadStoreRefused';
  }
}

/** The file for the read models is not what SQLite wrote. Nothing is lost that cannot be rebuilt. */
export class ReadModelsDamaged extends Error {
  constructor(file: string, cause: Error) {
    super(`${file} is damaged (${cause.message}).`, { cause });
    this.name = 'ReadModelsDamaged';
  }
}

/** The read models cannot be reached now. Reading again later is safe; so is a commit with the same arguments. */
export class ReadStoreUnavailable extends Error {}

/** A stored document is not what was written. It is rebuilt from the log, with its view: what it had added to the sums is no longer known. */
export class DocumentDamaged extends Error {
  constructor(
    readonly key: string,
    cause: Error,
  ) {
    super(`The document of customer "${key}" cannot be read (${cause.message}).`, { cause });
    this.name = 'DocumentDamaged';
  }
}

/** This writer may not write any more, whatever the write. */
export class WriterEnded extends Error {}

/** Another writer has taken over the partition. This one is finished: drop it, or take the partition back if it is yours. */
export class Fenced extends WriterEnded {
  constructor(
    readonly partition: number,
    readonly ours: number,
    readonly theirs: number,
  ) {
    super(`Partition ${partition} of the read models has another writer now (epoch ${theirs}; ours was ${ours}). This one stops; it writes nothing more.`);
    this.name = 'Fenced';
  }
}

/** The server no longer has what it acknowledged: restored from a backup, or run without a journal. This writer is finished. */
export class WritesLost extends WriterEnded {
  constructor(
    readonly partition: number,
    readonly acknowledged: number,
    readonly found: number | null,
  ) {
    super(
      `Partition ${partition} of the read models stands at commit ${found ?? 'none'}, and ${acknowledged} had been acknowledged: the server at MONGODB_URL has lost writes. ` +
        'Check that it keeps its journal and was not restored from a backup, then rebuild the read models.',
    );
    this.name = 'WritesLost';
  }
}

/** A sum is no longer a whole number that adds up exactly. Nothing of the commit was written. */
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
