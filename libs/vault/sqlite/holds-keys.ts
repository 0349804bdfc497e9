import { hasVaultTables } from './lack-of-keys.js';
import { openVault } from './open-vault.js';

/** Whether the vault in a file has a key of a customer. @throws VaultUnavailable when it cannot be read */
export function holdsKeys(file: string): boolean {
  const vault = openVault(file, { readonly: true });
  try {
    return hasVaultTables(vault) && vault.prepare('SELECT 1 FROM customer_key LIMIT 1').get() !== undefined;
  } finally {
    vault.close();
  }
}
