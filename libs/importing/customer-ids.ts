import { isKnownCustomer } from '@tenure/commanding';
import type { EventLogReader } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { findCustomerId, findPersonalId } from './identity/find-customer-id.js';

/** Customers who are known by a personal value have ids made of it, with the secret of the log. */
export interface CustomerIds {
  /** Null for a text that is no e-mail address, telephone number or account number. Throws `LogSecretMissing`. */
  idOf(key: 'email' | 'phone' | 'account', text: string): Promise<string | null>;
  /** The id for a typed id, address or number, whichever it is, as a file may have it. Throws `LogSecretMissing`. */
  idOfTyped(text: string): Promise<string>;
}

/** Ids in the form that imports give customers; a customer recorded by an earlier version under another id keeps that one. */
export function customerIds(log: Pick<EventLogReader, 'readStream'>, secret: LogSecret): CustomerIds {
  const idsOfLog = async () => ({ keyed: await secret.keyed(), hasPlainIds: !(await secret.isKeyedThroughout()) });
  const isKnown = (customerId: string) => isKnownCustomer(log, customerId);
  return {
    idOf: async (key, text) => findPersonalId(await idsOfLog(), key, text, isKnown),
    idOfTyped: (text) => findCustomerId(idsOfLog, text, isKnown),
  };
}
