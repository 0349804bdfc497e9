/** What there is already, or is missing, so that nothing was sealed. */
export class SealingRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SealingRefused';
  }
}
