import { principalOfAllRoles, type UnstoredKey } from '@tenure/access';
import type { Settings } from '@tenure/settings';

/**
 * Keys that are in no log: that of the setting TENURE_API_KEY, and the token by which the command line on this machine
 * speaks to an engine for as long as it runs.
 */
export function unstoredKeys({ apiKey }: Pick<Settings, 'apiKey'>, tokenOfThisMachine: string | null = null): UnstoredKey[] {
  return [
    ...(tokenOfThisMachine === null ? [] : [{ token: tokenOfThisMachine, principal: principalOfAllRoles('local', 'the command line on this machine') }]),
    ...(apiKey ? [{ token: apiKey, principal: principalOfAllRoles('TENURE_API_KEY', 'TENURE_API_KEY') }] : []),
  ];
}
