import { ReadStoreUnavailable } from '../errors.js';

/** MongoDB cannot be used as it is set up; a retry does not help. The message names the setting and the remedy. */
export class MongoDbRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MongoDbRefused';
  }
}

/**
 * MongoDB did not answer, or not as a healthy server does. The commit may have taken effect or not: repeat it with the
 * same arguments, or resume from what `load` returns; both have the same effect.
 */
export class MongoDbUnavailable extends ReadStoreUnavailable {
  constructor(hosts: string, cause: Error) {
    super(`MongoDB at ${hosts} does not answer (${cause.message}). Check that it runs and that MONGODB_URL is its address; what was asked can be repeated.`, {
      cause,
    });
    this.name = 'MongoDbUnavailable';
  }
}

/** A rebuild has replaced the view long ago, and the rest of it can no longer be read. */
export class ViewDropped extends ReadStoreUnavailable {
  constructor(view: string) {
    super(`The read model ${view} was rebuilt, and this build of it removed, while it was being read. What was read is not the whole: read it again.`);
    this.name = 'ViewDropped';
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
