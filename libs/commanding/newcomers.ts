import { CustomerRecord } from './customer-record.js';

/** After this many loads in a row that found nothing, the next customer is taken to be new as well. */
const STREAK = 64;

/**
 * A first import is a long line of customers that nobody has heard of; looking each of them up finds nothing. So after
 * enough of that a customer is assumed to be new. The append expects "no stream", and so proves it, or conflicts: then
 * the customer is loaded, decided again, and looked up like everybody else until the next streak (the idea of
 * Equinox's `AssumeEmpty`).
 */
export class Newcomers {
  #streak = 0;

  assume(): CustomerRecord | null {
    return this.#streak >= STREAK ? new CustomerRecord() : null;
  }

  seen(isNew: boolean): void {
    this.#streak = isNew ? this.#streak + 1 : 0;
  }

  wrong(): void {
    this.#streak = 0;
  }
}
