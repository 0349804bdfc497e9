import { ReadStoreUnavailable, WriterEnded } from '../errors.js';

/** MongoDB cannot be used as it is set up; trying again does not help. The message names the setting and the remedy. */
export class MongoDbRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MongoDbRefused';
  }
}

/**
 * MongoDB did not answer, or not as a server that is well. A commit that ends so may have taken effect or not: repeat
 * it with the same arguments, or go on from what `load` gives; both come to one effect.
 */
export class MongoDbUnavailable extends ReadStoreUnavailable {
  constructor(hosts: string, cause: Error) {
    super(`MongoDB at ${hosts} does not answer (${cause.message}). Check that it runs and that MONGODB_URL is its address; what was asked can be repeated.`, {
      cause,
    });
    this.name = 'MongoDbUnavailable';
  }
}

/** A rebuild has taken the place of the view long ago, and what is left of a reading of it can no longer be had. */
export class ViewDropped extends ReadStoreUnavailable {
  constructor(view: string) {
    super(`The read model ${view} was rebuilt, and this build of it removed, while it was being read. What was read is not the whole: read it again.`);
    this.name = 'ViewDropped';
  }
}

/** Another writer has taken the partition over. This one is done: drop it, or take the partition back if it is yours. */
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

/** The server no longer has what it acknowledged: restored from a backup, or run without a journal. This writer is done. */
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

/** A customer's document is larger than MongoDB can hold (16 MiB). Nothing of the commit was written. */
export class DocumentTooLarge extends Error {
  constructor(
    readonly view: string,
    readonly key: string,
    readonly bytes: number,
  ) {
    super(
      `The document of customer ${key} in ${view} has ${bytes} bytes, and MongoDB holds 16 MiB. Discard what makes it grow, or make the projection keep less.`,
    );
    this.name = 'DocumentTooLarge';
  }
}
