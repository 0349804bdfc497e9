import { readFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { nearest } from '@tenure/shape';
import { LogRefused } from '../errors.js';

const FORMS =
  'esdb://user:password@host:2113 for one node, esdb://user:password@a:2113,b:2113,c:2113 for the nodes of a cluster, ' +
  'esdb+discover://user:password@name:2113 for a DNS name of a cluster; kurrentdb:// and kurrentdb+discover:// mean the same, and ?tls=false is only for tests';

const USUAL_PORT = 2113;
const SHAPE = /^(?:esdb|kurrentdb)(?<discover>\+discover)?:\/\/(?:(?<user>[^:@?]+):(?<password>[^@?]*)@)?(?<hosts>[^@/?]+)\/*(?:\?(?<options>[^?]*))?$/;
const HOST = /^(?<host>\[[0-9a-f:.]+\]|[^:[\]\s]+)(?::(?<port>\d{1,5}))?$/i;

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** A parsed address; nothing is connected yet. */
export interface Address {
  /** As it was written, without the password. */
  readonly name: string;
  /** True: the nodes are asked which of them leads. False: the one host is the server. */
  readonly isCluster: boolean;
  readonly hosts: readonly Endpoint[];
  readonly login: { readonly username: string; readonly password: string } | null;
  /** Null without TLS. `ca` null: the authorities that Node knows. */
  readonly tls: { readonly ca: Buffer | null; readonly key: Buffer | null; readonly certificate: Buffer | null } | null;
  readonly options: AddressOptions;
}

export interface AddressOptions {
  readonly connectionName?: string;
  /** Interval of HTTP/2 pings, in milliseconds. */
  readonly keepAliveInterval?: number;
  readonly keepAliveTimeout?: number;
  /** How long to wait for a node that is asked for the leader, in seconds. */
  readonly gossipTimeout?: number;
  /** Pause between two rounds of asking, in milliseconds. */
  readonly discoveryInterval?: number;
  readonly maxDiscoverAttempts?: number;
}

type Parse = (text: string) => unknown;
const wholeNumber: Parse = (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined);
const yesOrNo: Parse = (text) => (text === 'true' || text === 'false' ? text === 'true' : undefined);
const word =
  (only: string): Parse =>
  (text) =>
    text.toLowerCase() === only ? only : undefined;
const text: Parse = (given) => given;

/** Option names match in any case, as in other clients. A read meant to find what was appended has to ask the leader, and a conflict is always an error. */
const options: Readonly<Record<string, { readonly parse: Parse; readonly allowed: string }>> = {
  tls: { parse: yesOrNo, allowed: 'true or false' },
  tlsVerifyCert: { parse: word('true'), allowed: 'true: a certificate is always verified; name the authority that signed it with tlsCAFile' },
  tlsCAFile: { parse: text, allowed: 'a path' },
  userCertFile: { parse: text, allowed: 'a path' },
  userKeyFile: { parse: text, allowed: 'a path' },
  connectionName: { parse: text, allowed: 'a name' },
  nodePreference: { parse: word('leader'), allowed: 'leader: only the leader knows all that was appended' },
  throwOnAppendFailure: { parse: yesOrNo, allowed: 'true or false' },
  defaultDeadline: { parse: wholeNumber, allowed: 'a whole number of milliseconds' },
  keepAliveInterval: { parse: wholeNumber, allowed: 'a whole number of milliseconds' },
  keepAliveTimeout: { parse: wholeNumber, allowed: 'a whole number of milliseconds' },
  gossipTimeout: { parse: wholeNumber, allowed: 'a whole number of seconds' },
  discoveryInterval: { parse: wholeNumber, allowed: 'a whole number of milliseconds' },
  maxDiscoverAttempts: { parse: wholeNumber, allowed: 'a whole number' },
};

/**
 * @throws LogRefused `bad-address` when the text is not an EventStoreDB or KurrentDB address, or
 * names a file that cannot be read. Never shows the password.
 */
export function parseAddress(url: string): Address {
  const name = withoutPassword(url);
  try {
    const parts = SHAPE.exec(url.trim())?.groups;
    if (!parts) throw new Error('it has another shape.');
    const hosts = parts
      .hosts!.split(',')
      .filter((each) => each !== '')
      .map(toEndpoint);
    if (hosts.length === 0) throw new Error('it names no host.');
    const given = optionsIn(parts.options ?? '');
    return {
      name,
      isCluster: parts.discover !== undefined || hosts.length > 1,
      hosts,
      login: parts.user === undefined ? null : { username: decoded(parts.user), password: decoded(parts.password!) },
      tls: given.tls === false ? null : filesOf(given as Readonly<Record<string, string | undefined>>),
      options: given as AddressOptions,
    };
  } catch (error) {
    throw new LogRefused('bad-address', `EVENTSTOREDB_URL is "${name}", which is no address: ${(error as Error).message} Write ${FORMS}.`, { cause: error });
  }
}

export function withoutPassword(url: string): string {
  // Up to the last @: a password that contains an @ should have been percent-encoded, and must not be shown just because it was not.
  return url.replace(/^([^:]+:\/\/[^:@/]+):.*@/, '$1:***@');
}

export function endpointName({ host, port }: Endpoint): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

function toEndpoint(written: string): Endpoint {
  const parts = HOST.exec(written.trim())?.groups;
  const port = Number(parts?.port ?? USUAL_PORT);
  if (!parts || port < 1 || port > 65_535) throw new Error(`"${written}" is no host, nor a host and a port.`);
  return { host: parts.host!.replace(/^\[|\]$/g, ''), port };
}

function optionsIn(query: string): Record<string, unknown> {
  const known = Object.keys(options);
  const given: Record<string, unknown> = {};
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const [written = '', value = ''] = pair.split(/=(.*)/s);
    const option = known.find((each) => each.toLowerCase() === written.toLowerCase());
    if (!option) {
      const meant = nearest(written, known);
      throw new Error(`there is no option "${written}"${meant ? `; did you mean "${meant}"?` : `; there are ${known.join(', ')}.`}`);
    }
    const { parse, allowed } = options[option]!;
    given[option] = parse(decoded(value.trim()));
    if (given[option] === undefined) throw new Error(`its option ${option} takes ${allowed}.`);
  }
  return given;
}

function filesOf({ tlsCAFile, userKeyFile, userCertFile }: Readonly<Record<string, string | undefined>>): Address['tls'] {
  if ((userKeyFile === undefined) !== (userCertFile === undefined)) throw new Error('userCertFile and userKeyFile are given together or not at all.');
  return { ca: fileOf('tlsCAFile', tlsCAFile), key: fileOf('userKeyFile', userKeyFile), certificate: fileOf('userCertFile', userCertFile) };
}

function fileOf(option: string, path: string | undefined): Buffer | null {
  if (path === undefined) return null;
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`the file that its option ${option} names cannot be read (${(error as Error).message}).`, { cause: error });
  }
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch (error) {
    throw new Error('a "%" in it is not followed by two hexadecimal digits; "%25" is the sign itself.', { cause: error });
  }
}
