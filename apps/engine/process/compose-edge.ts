import type { AccessKeys, SignInCodes } from '@tenure/access';
import { commands } from '@tenure/customer';
import { createHttpApplication, type Entrance, type Health, type HttpApplication } from '@tenure/http';
import type { HttpPorts } from '@tenure/http/ports';
import { logExports, readModels } from '@tenure/projections';
import { momentsOf } from '@tenure/querying';
import type { Settings } from '@tenure/settings';
import { DeclaredCommands } from '@tenure/streams';
import type { ThreadState } from '@tenure/threads';
import type { Registry } from 'prom-client';
import { version } from '../version.js';
import { dashboardFiles } from './dashboard-files.js';
import { eventKinds } from './event-kinds.js';
import { httpSettings } from './http-settings.js';
import { type AccessParts, openAccess } from './open-access.js';
import type { Opened } from './opened.js';
import type { ReadModelParts } from './read-model-parts.js';
import { type CommandParts, serveCommands } from './serve-commands.js';
import { serveModels } from './serve-models.js';
import { serveQueries } from './serve-queries.js';
import { streamKinds } from './stream-kinds.js';

/** What a process serves: all of it on one machine, or a part of it in each role. */
export interface Serves {
  readonly commands: boolean;
  readonly queries: boolean;
  readonly models: boolean;
  /** Models are fitted automatically when enough is new. One process of an engine does that. */
  readonly automaticFits: boolean;
}

/** What a profile provides: where the log, its secrets and its vault are, and how the read models are reached. */
export interface EdgeParts extends Omit<AccessParts, 'log' | 'settings'>, Omit<CommandParts, 'settings' | 'logger'> {
  readonly serves: Serves;
  readonly settings: Settings;
  /** The log to which keys, records of access and decisions are appended. Its guard refuses them, too. */
  readonly guarded: AccessParts['log'];
  /** Null in a process that serves no read models. */
  readonly reading: ReadModelParts | null;
  /** @param imports the threads of imports, beside those that the profile started itself */
  readonly health: (imports: () => readonly ThreadState[]) => Health;
  readonly metrics?: Registry;
  /** In a whole engine: a role is reached through a gateway, and prints no code. */
  readonly signInCodes?: SignInCodes;
  /** A listener that is open already. */
  readonly entrance?: Entrance;
}

export interface Edge {
  readonly http: HttpApplication;
  readonly keys: AccessKeys;
}

/** The services of an engine, and the HTTP edge in front of them, ready to listen: the same for both profiles. */
export async function composeEdge(parts: EdgeParts, opened: Opened): Promise<Edge> {
  const { serves, settings, log, guarded, secret, reading, logger, signInCodes, entrance } = parts;
  const access = await openAccess({ ...parts, log: guarded }, opened);
  const served = serves.commands ? serveCommands(parts, opened) : null;
  const ports: HttpPorts = {
    ...access,
    signInCodes,
    moments: momentsOf(log, settings.timezone),
    health: parts.health(() => served?.imports.states ?? []),
    ...served?.ports,
    ...((serves.commands || serves.models) && { streamCommands: new DeclaredCommands({ log: guarded, positions: log, secret, kinds: streamKinds }) }),
    ...(reading && serves.queries && serveQueries({ ...parts, reading })),
    ...(reading && serves.models && serveModels({ ...parts, reading, automaticFits: serves.automaticFits }, opened)),
  };
  const http = opened.add(
    await createHttpApplication(
      {
        ports,
        eventKinds,
        streamKinds,
        commands: ports.commands && commands,
        readModels: ports.queries && readModels,
        logExports: ports.queries && logExports,
        dashboard: ports.queries && dashboardFiles(),
        logger,
        metrics: parts.metrics,
        settings: httpSettings(settings, version),
      },
      entrance,
    ),
  );
  return { http, keys: access.keys };
}
