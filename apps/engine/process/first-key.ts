import { type AccessKeys, principalOfAllRoles, roles } from '@tenure/access';
import type { Settings } from '@tenure/settings';

/** The key that the first start on empty data makes and shows once; null if a key exists, or the setting gives one. */
export async function makeFirstKey(keys: AccessKeys, { apiKey }: Pick<Settings, 'apiKey'>): Promise<string | null> {
  if (apiKey || keys.list().length > 0) return null;
  const { token } = await keys.create({ name: 'first key', roles: [...roles] }, principalOfAllRoles('engine', 'the engine'));
  return token;
}
