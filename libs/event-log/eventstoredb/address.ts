import { EventStoreDBClient } from '@eventstore/db-client';
import { LogRefused } from '../errors.js';

const EXAMPLE = 'esdb://user:password@host:2113 for one node, esdb+discover://user:password@host:2113 for a cluster, ?tls=false only for tests';

/**
 * A client for an address; nothing is connected yet.
 * @throws LogRefused when it is no address of an EventStoreDB.
 */
export function clientFor(url: string): EventStoreDBClient {
  try {
    const client = EventStoreDBClient.connectionString(url);
    appendOneCallEach(client);
    return client;
  } catch (error) {
    const detail = (error as Error).message;
    throw new LogRefused('bad-address', `EVENTSTOREDB_URL is "${withoutPassword(url)}", which is no address: ${detail} Write ${EXAMPLE}.`, { cause: error });
  }
}

/**
 * The client has two ways to append and asks the server which to take; this answers for the server: one call each.
 * Its other way sends all appends down one shared call, and (in 6.2.1, tried):
 * - sends the deadline as a time of day, so a clock 10 s behind the server's fails every append;
 * - never gives up by itself when no answer comes, nor when the question "which way?" is not answered;
 * - keeps the appends of all clients of the process in one table: one broken connection fails everybody's, and the
 *   answers that then come in end the process with an unhandled rejection.
 * One call each costs about twice the CPU of the shared call.
 */
function appendOneCallEach(client: EventStoreDBClient): void {
  Object.defineProperty(client, 'supports', { value: async () => false });
}

export function withoutPassword(url: string): string {
  // To the last @: a password that holds one itself should have been percent-encoded, and must not be shown for that.
  return url.replace(/^([^:]+:\/\/[^:@/]+):.*@/, '$1:***@');
}
