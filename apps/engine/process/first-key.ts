import { type AccessKeys, principalOfAllRoles, roles } from '@tenure/access';

/** The key that the first start on empty data makes and shows once. */
export async function makeFirstKey(keys: AccessKeys): Promise<string> {
  const { token } = await keys.create({ name: 'first key', roles: [...roles] }, principalOfAllRoles('engine', 'the engine'));
  return token;
}
