import type { Settings } from '@tenure/settings';

/** What an engine is called on the servers it shares with others. */
export interface Names {
  readonly topic: string;
  readonly group: string;
  /** The lease of the undivided read models: its holder keeps them. */
  readonly lease: string;
  readonly database: string;
  /** Prefix of every stream name; empty for the usual namespace. */
  readonly streams: string;
}

export function namesOf({ namespace }: Pick<Settings, 'namespace'>): Names {
  return {
    topic: `${namespace}.customer-events.v1`,
    group: `${namespace}.projector`,
    lease: `${namespace}.undivided-read-models`,
    database: namespace,
    streams: namespace === 'tenure' ? '' : `${namespace}.`,
  };
}
