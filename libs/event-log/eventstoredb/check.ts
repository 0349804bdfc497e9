import { AccessDeniedError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { LogRefused, LogUnavailable } from '../errors.js';
import type { Address } from './address.js';
import type { Connection } from './connection.js';
import { within } from './deadline.js';
import { readFailure, troubleOf } from './server-errors.js';
import { whyNoConnection } from './why-no-connection.js';

const OLDEST = [22, 10] as const;

/**
 * Reads one event of `$all`, which shows that the server is there, knows the user
 * and lets it read; and asks for the server's version.
 * @throws LogRefused when a person has to change something, LogUnavailable when a retry can help as it is.
 */
export async function check(connection: Connection): Promise<void> {
  try {
    await connection.page((client) => client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }));
    const node = await connection.node();
    refuseTooOld(await within(connection.settings.deadlineMs, node.client.serverVersion(), node.left), connection.name);
    await node.look();
    warnOfOneNode(connection);
  } catch (error) {
    throw await refusal(error, connection.address);
  }
}

function warnOfOneNode({ address, members, settings }: Connection): void {
  if (address.isCluster || members.length < 2) return;
  const nodes = members.map(({ address: each }) => each).join(',');
  settings.told(
    'warn',
    `EVENTSTOREDB_URL names one node of a cluster, and is lost with it: write all of them (esdb://${nodes}), or a DNS name for them (esdb+discover://).`,
  );
}

/** A server that predates version reporting answers "unknown"; one built by hand is version 0. */
function refuseTooOld(version: string, server: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const known = version !== 'unknown';
  if (known && (major === 0 || major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]))) return;
  const said = known ? `is EventStoreDB ${version}` : 'is an EventStoreDB too old to say its version';
  throw new LogRefused('server-too-old', `${server} ${said}; Tenure needs 22.10 or later. Upgrade the server, or name another in EVENTSTOREDB_URL.`);
}

async function refusal(error: unknown, address: Address): Promise<Error> {
  if (error instanceof LogRefused) return error;
  const denied = deniedCode(error);
  if (denied !== null) return denial(denied, address, error);
  const trouble = troubleOf(error);
  const found = trouble === 'not-leader' ? null : await whyNoConnection(address, error);
  if (found) return found;
  if (error instanceof LogUnavailable) return error;
  if (trouble === 'io-error') return readFailure(error, address.name, 'The log');
  return new LogUnavailable(
    trouble,
    'not-appended',
    `${address.name} does not answer (${(error as Error).message}). Check that EVENTSTOREDB_URL names the right host and port and that the server runs.`,
    { cause: error },
  );
}

/** gRPC distinguishes "unauthenticated" from "permission denied"; the client gives both the same class. Null for other errors. */
function deniedCode(error: unknown): number | null {
  const { code } = (error instanceof AccessDeniedError ? error : ((error as Error).cause ?? {})) as { code?: number };
  return code === status.UNAUTHENTICATED || code === status.PERMISSION_DENIED ? code : null;
}

function denial(code: number, { name, login, tls }: Address, cause: unknown): LogRefused {
  if (tls && !login) {
    return new LogRefused(
      'credentials-refused',
      `${name} lets nobody in without a user, and EVENTSTOREDB_URL names none. Write esdb://user:password@host:2113 there.`,
      {
        cause,
      },
    );
  }
  if (!tls && login) {
    return new LogRefused('credentials-refused', `${name} wants a user, and the one in EVENTSTOREDB_URL is only sent by TLS. Take tls=false out of it.`, {
      cause,
    });
  }
  if (code === status.UNAUTHENTICATED) {
    return new LogRefused('credentials-refused', `${name} does not accept the user and password in EVENTSTOREDB_URL. Correct them there.`, { cause });
  }
  return new LogRefused(
    'not-readable',
    `The user in EVENTSTOREDB_URL may not read "$all" of ${name}: only administrators may until somebody else is let in. As an administrator, set the metadata of ` +
      'stream "$all" (the stream "$$$all") to {"$acl":{"$r":["$admins","USER"]}}, or name another user in EVENTSTOREDB_URL.',
    { cause },
  );
}
