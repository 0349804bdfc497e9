import { isKnownCustomer } from '@tenure/commanding';
import type { EventLogReader } from '@tenure/event-log';
import type { CustomerIds } from '@tenure/http/ports';
import { findCustomerId, findPersonalId } from '@tenure/importing';
import type { LogSecret } from '@tenure/log-secret';

/** Ids as imports make them of what customers are known by; a customer whom an earlier version recorded under another keeps it. */
export function customerIds(log: Pick<EventLogReader, 'readStream'>, secret: LogSecret): CustomerIds {
  const idsOfLog = async () => ({ keyed: await secret.keyed(), hasPlainIds: !(await secret.isKeyedThroughout()) });
  const isKnown = (customerId: string) => isKnownCustomer(log, customerId);
  return {
    idOf: async (key, text) => findPersonalId(await idsOfLog(), key, text, isKnown),
    idOfTyped: (text) => findCustomerId(idsOfLog, text, isKnown),
  };
}
