import type { SecretStore } from './log-secret.js';

/** Secrets that live for a time only, each by its month (`2026-11`), beside the log's own. */
export interface MonthSecrets {
  of(month: string): SecretStore;
  /** Destroys those of earlier months, for ever. */
  destroyBefore(month: string): Promise<void>;
}
