import { CustomerRecord } from './customer-record.js';

/** After this many loads in a row that found nothing, the next customer is assumed to be new as well. */
const STREAK = 64;

/**
 * A first import is a long run of unknown customers; looking each of them up finds nothing. So after enough misses a customer
 * is assumed to be new. The append expects "no stream", and so either proves the assumption or conflicts: then the customer is
 * loaded and decided again, and every customer is looked up until the next streak (the idea of Equinox's `AssumeEmpty`).
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
