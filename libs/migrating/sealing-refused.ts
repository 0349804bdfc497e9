/** Something exists already, or is missing, so nothing was sealed. */
export class SealingRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SealingRefused';
  }
}
