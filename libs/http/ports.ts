import type { AccessAudit, AccessKeys, SignInCodes } from '@tenure/access';
import type { CommandProcessor } from '@tenure/commanding';
import type { ModelService } from '@tenure/fitting';
import type { CustomerIds } from '@tenure/importing';
import type { Importer } from '@tenure/importing/threads';
import type { Operations } from '@tenure/operating';
import type { EventSource, Moments, QueryService } from '@tenure/querying';
import type { DeclaredCommands } from '@tenure/streams';
import type { Health } from './health/health.js';

/** The part of each service that the edge uses. */
export type KeyRing = Pick<AccessKeys, 'authenticate' | 'isGood' | 'keyOf' | 'list' | 'create' | 'revoke'>;
export type Audit = Pick<AccessAudit, 'record' | 'pending' | 'addressOf'>;
export type Commands = Pick<CommandProcessor, 'execute' | 'executeMany'>;
export type StreamCommands = Pick<DeclaredCommands, 'execute'>;
export type Queries = Pick<QueryService, 'run' | 'export'>;
export type Events = Pick<EventSource, 'streamEvents' | 'page' | 'by' | 'waitFor' | 'requireRecorded' | 'head'>;
export type Models = Pick<ModelService, 'list' | 'one' | 'fit' | 'backtest' | 'backtests'>;

/**
 * What the edge needs from the rest of Tenure. A port that is not given has no routes: a role of the distributed
 * profile is the same edge with fewer ports.
 */
export interface HttpPorts {
  readonly keys: KeyRing;
  readonly audit: Audit;
  /** The code that signs a browser in on this machine. */
  readonly signInCodes?: Pick<SignInCodes, 'take'>;
  /** Reads positions and days for the current log. */
  readonly moments: Moments;
  /** Commands on customers. */
  readonly commands?: Commands;
  /** Commands on streams of the kinds that declare them. */
  readonly streamCommands?: StreamCommands;
  readonly queries?: Queries;
  readonly events?: Events;
  readonly models?: Models;
  readonly operations?: Operations;
  readonly importer?: Importer;
  readonly customerIds?: CustomerIds;
  readonly health: Health;
}
