import type { LogExport, ReadModel } from '@tenure/querying';
import type { StreamKinds } from '@tenure/streams';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { CommandRoute } from './commands/command-route.js';
import type { DashboardFiles } from './dashboard/dashboard-files.js';
import type { EventKind } from './events/event-kind.js';
import type { HttpPorts } from './ports.js';

/** All parts of the edge. */
export interface HttpParts {
  readonly ports: HttpPorts;
  /** Every type of event that is recorded and served. */
  readonly eventKinds?: readonly EventKind[];
  /** The kinds of stream, who may read their events, and the commands they declare; with `ports.events` and `ports.streamCommands`. */
  readonly streamKinds?: StreamKinds;
  /** The commands on customers; with `ports.commands`. */
  readonly commands?: readonly CommandRoute[];
  /** The read models whose queries and exports have routes; with `ports.queries`. */
  readonly readModels?: readonly ReadModel[];
  /** The exports of the log itself; with `ports.queries`. */
  // biome-ignore lint/suspicious/noExplicitAny: each export has parameters of its own
  readonly logExports?: readonly LogExport<any>[];
  /** Served at `/`; the addresses of its pages as well. */
  readonly dashboard?: DashboardFiles | undefined;
  readonly settings?: HttpSettings;
  readonly logger?: Logger;
  /** What `/metrics` prints besides the edge's own metrics; the engine adds its gauges here. */
  readonly metrics?: Registry;
}

export interface HttpSettings {
  /** Version of this build, shown in `/openapi.json`. */
  readonly version?: string;
  /** Largest JSON body in bytes. */
  readonly bodyLimit?: number;
  /** Largest line of an NDJSON body in bytes. */
  readonly lineLimit?: number;
  readonly heartbeatMs?: number;
  /** Event streams that one key may have open. */
  readonly streamsPerKey?: number;
  /** An event stream ends after this time at the latest; its reader connects again. */
  readonly streamAgeMs?: number;
  /** Open connections; further ones are closed at once. */
  readonly connections?: number;
  /** In each such period a sender of a body, or a reader of an answer, that holds us up must have moved on by `leastBytes`. */
  readonly patienceMs?: number;
  readonly leastBytes?: number;
  /** Addresses and networks of gateways whose X-Forwarded-For is trusted. */
  readonly trustedProxies?: readonly string[];
  /** Host names that requests may be addressed to, beside `localhost` and IP addresses; null: any. */
  readonly allowedHosts?: readonly string[] | null;
}

export const defaultSettings: Required<HttpSettings> = {
  version: '0.2.0',
  bodyLimit: 65_536,
  lineLimit: 65_536,
  heartbeatMs: 15_000,
  streamsPerKey: 2_000,
  streamAgeMs: 3_600_000,
  connections: 10_000,
  patienceMs: 30_000,
  leastBytes: 1_024,
  trustedProxies: [],
  allowedHosts: null,
};

/** Tokens by which Nest injects the parts. */
export const HTTP_PARTS = Symbol('HttpParts');
export const HTTP_SETTINGS = Symbol('HttpSettings');
