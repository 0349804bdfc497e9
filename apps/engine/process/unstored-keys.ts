import { principalOfAllRoles, type UnstoredKey } from '@tenure/access';
import type { Settings } from '@tenure/settings';

/**
 * Keys that are in no log: the key of the setting TENURE_API_KEY, and the token with which the command line on this machine speaks to
 * an engine while it runs.
 */
export function unstoredKeys({ apiKey }: Pick<Settings, 'apiKey'>, tokenOfThisMachine: string | null = null): UnstoredKey[] {
  return [
    ...(tokenOfThisMachine === null ? [] : [{ token: tokenOfThisMachine, principal: principalOfAllRoles('local', 'the command line on this machine') }]),
    ...(apiKey ? [{ token: apiKey, principal: principalOfAllRoles('TENURE_API_KEY', 'TENURE_API_KEY') }] : []),
  ];
}
