import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  MongoBulkWriteError,
  type MongoClient,
  MongoClientClosedError,
  MongoCompatibilityError,
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import type { Database } from './database.js';
import { MongoDbRefused, MongoDbUnavailable } from './errors.js';

const CREDENTIALS = new Set([
  13, // Unauthorized
  18, // AuthenticationFailed
  8000, // AtlasError: bad auth
]);

/** A server that stops, starts, holds an election or cannot reach its majority: it, or its replacement, will recover. */
const PASSING = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  64, // WriteConcernTimeout
  89, // NetworkTimeout
  91, // ShutdownInProgress
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10058, // LegacyNotPrimary
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
]);

/** Turns a driver error about the server or its setting into one of ours; returns any other error unchanged. */
export function explain(error: unknown, client: MongoClient): unknown {
  const hosts = client.options.hosts.map(String).join(', ') || (client.options.srvHost ?? '');
  // The driver lets some socket errors through unchanged.
  if (isOfTheSystem(error)) return new MongoDbUnavailable(hosts, error);
  if (!(error instanceof MongoError)) return error;
  // A bulk wraps the error that it met on its way to the server.
  const wrapped: unknown = error instanceof MongoBulkWriteError && error.errorResponse;
  if (wrapped instanceof MongoError || isOfTheSystem(wrapped)) return explain(wrapped, client);
  const tooOld = compatibility(error);
  if (tooOld) {
    return new MongoDbRefused(`MongoDB at ${hosts} is too old (${tooOld.message}). Upgrade it, or name another server in MONGODB_URL.`, { cause: error });
  }
  if (error instanceof MongoServerError && CREDENTIALS.has(Number(error.code))) {
    return new MongoDbRefused(
      `MongoDB at ${hosts} refuses the credentials of MONGODB_URL (${error.message}). Check the user, the password, authSource, and that the user may read and write the database.`,
      { cause: error },
    );
  }
  if (error instanceof MongoServerSelectionError || error instanceof MongoNetworkError || isOfClosed(error) || passing(error))
    return new MongoDbUnavailable(hosts, error);
  return error;
}

/** Runs `work`; errors of the driver come out explained, and a client that finds no server is replaced. */
export async function explained<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const { client } = database;
  try {
    return await work();
  } catch (error) {
    if (error instanceof MongoServerSelectionError || isOfClosed(error)) database.replace(client);
    // When a server goes, all connections to it close in one turn of the event loop, and the driver (7.9) can wait for ever on one
    // that it writes to in that turn: so a retry comes in the next turn.
    await nextTurn();
    throw explain(error, client);
  }
}

/** How an operation ends whose client is replaced: it is as temporary as the reason for the replacement. */
function isOfClosed(error: unknown): boolean {
  return error instanceof MongoTopologyClosedError || error instanceof MongoNotConnectedError || error instanceof MongoClientClosedError;
}

function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
}

function passing(error: MongoError): boolean {
  return PASSING.has(Number(error.code)) || error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('RetryableError');
}

function compatibility(error: MongoError): MongoError | null {
  if (error instanceof MongoCompatibilityError) return error;
  if (!(error instanceof MongoServerSelectionError)) return null;
  for (const server of error.reason?.servers.values() ?? []) if (server.error instanceof MongoCompatibilityError) return server.error;
  return null;
}
