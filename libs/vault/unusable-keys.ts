import { VaultUnavailable } from './errors.js';
import type { Keys } from './keys.js';

/** A vault that cannot be opened: every request to it fails with the reason, and everything that needs no key continues. */
export class UnusableKeys implements Keys {
  constructor(
    readonly place: string,
    private readonly why: VaultUnavailable,
  ) {}

  async id(): Promise<never> {
    throw this.why;
  }
  async begin(): Promise<never> {
    throw this.why;
  }
  async read(): Promise<never> {
    throw this.why;
  }
  async keep(): Promise<never> {
    throw this.why;
  }
  async close(): Promise<void> {}
}

/** @param failed called with the reason why it cannot be opened */
export function usableOr<K extends Keys>(place: string, open: () => K, failed: (why: VaultUnavailable) => void): K | UnusableKeys {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof VaultUnavailable)) throw error;
    failed(error);
    return new UnusableKeys(place, error);
  }
}
