import type { SecretStore } from './log-secret.js';
import { LogSecretMissing } from './log-secret-missing.js';

/** The secret that lies in a place; null when there is none, or what lies there is none (an empty or a cut-off file). */
export async function readableSecret(store: SecretStore): Promise<string | null> {
  try {
    return await store.read();
  } catch (error) {
    if (error instanceof LogSecretMissing) return null;
    throw error;
  }
}
