import { isKnownCustomer } from '@tenure/commanding';
import type { EventLogReader } from '@tenure/event-log';
import type { CustomerIds } from '@tenure/http/ports';
import { personalId } from '@tenure/importing';
import type { LogSecret } from '@tenure/log-secret';

/** Ids as imports make them of what customers are known by; a customer whom version 0.1.0 recorded under the value keeps it. */
export function customerIds(log: Pick<EventLogReader, 'readStream'>, secret: LogSecret): CustomerIds {
  return {
    async idOf(key, text) {
      const id = personalId(await secret.keyed(), key, text);
      if (id === null || (await secret.isKeyedThroughout())) return id;
      const clear = text.trim();
      return (await isKnownCustomer(log, clear)) ? clear : id;
    },
  };
}
