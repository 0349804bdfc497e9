import { AccessDeniedError } from '@eventstore/db-client';
import { LogRefused, LogUnavailable } from '../errors.js';
import type { Connection } from './connection.js';
import { credentialsRefused, readFailure, troubleOf } from './server-errors.js';

/**
 * Asks for one event of `$all`: shows that the server is there, knows the user and lets it read.
 * @throws LogRefused when a person has to change something, LogUnavailable when it can be tried again as it is.
 */
export async function check(connection: Connection): Promise<void> {
  try {
    await connection.page((client) => client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }));
  } catch (error) {
    throw refusal(error, connection.name);
  }
}

function refusal(error: unknown, server: string): Error {
  if (credentialsRefused(error)) {
    return new LogRefused('credentials-refused', `${server} does not accept the user and password in EVENTSTOREDB_URL. Correct them there.`, { cause: error });
  }
  if (error instanceof AccessDeniedError) {
    return new LogRefused(
      'not-readable',
      `The user in EVENTSTOREDB_URL may not read "$all" of ${server}: only administrators may until somebody else is let in. As an administrator, set the metadata of ` +
        'stream "$all" (the stream "$$$all") to {"$acl":{"$r":["$admins","USER"]}}, or name another user in EVENTSTOREDB_URL.',
      { cause: error },
    );
  }
  const trouble = troubleOf(error);
  if (trouble === 'io-error') return readFailure(error, server, 'The log');
  return new LogUnavailable(
    trouble,
    'not-appended',
    `${server} does not answer (${(error as Error).message}). Check that EVENTSTOREDB_URL names the right host and port, that the server runs, and whether it wants tls=true or false.`,
    { cause: error },
  );
}
