/** The file for the read models holds something else. */
export class ReadStoreRefused extends Error {
  constructor(file: string) {
    super(`${file} is not Tenure's: it holds something else. Move it away, or choose another folder with --data.`);
    this.name = 'ReadStoreRefused';
  }
}

/** The read models cannot be reached now. Reading again later is safe; so is a commit with the same arguments. */
export class ReadStoreUnavailable extends Error {}
