import type { SecretStore } from './log-secret.js';

/** Secrets that live for a limited time, one per month (`2026-11`), beside the log's own. */
export interface MonthSecrets {
  of(month: string): SecretStore;
  /** Destroys the secrets of earlier months, for ever. */
  destroyBefore(month: string): Promise<void>;
}
