import type { CustomerIds } from '@tenure/http/ports';
import { personalId } from '@tenure/importing';
import type { LogSecret } from '@tenure/log-secret';

/** Ids as imports make them of what customers are known by. */
export function customerIds(secret: LogSecret): CustomerIds {
  return { idOf: async (key, text) => personalId(await secret.keyed(), key, text) };
}
