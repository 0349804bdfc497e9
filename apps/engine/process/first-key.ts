import { type AccessKeys, principalOfAllRoles, roles, signInMaker } from '@tenure/access';
import type { Settings } from '@tenure/settings';

/** The key that the first start on empty data makes and shows once; null if a key exists, or the setting gives one. Keys of one-time codes end by themselves and count for none. */
export async function makeFirstKey(keys: AccessKeys, { apiKey }: Pick<Settings, 'apiKey'>): Promise<string | null> {
  if (apiKey || keys.list().some(({ createdBy }) => createdBy !== signInMaker)) return null;
  const { token } = await keys.create({ name: 'first key', roles: [...roles] }, principalOfAllRoles('engine', 'the engine'));
  return token;
}
