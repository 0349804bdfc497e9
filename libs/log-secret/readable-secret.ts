import type { SecretStore } from './log-secret.js';
import { LogSecretMissing } from './log-secret-missing.js';

/** The secret stored in a place; null when there is none, or its content is not a secret (an empty or truncated file). */
export async function readableSecret(store: SecretStore): Promise<string | null> {
  try {
    return await store.read();
  } catch (error) {
    if (error instanceof LogSecretMissing) return null;
    throw error;
  }
}
