import type { Entrance } from '@tenure/http';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import type { Serves } from '../process/compose-edge.js';
import type { RunningProcess } from './run-role.js';
import { startEdge } from './start-edge.js';

/** A role that serves requests: the same edge, with its part of the routes. */
export async function startServing(serves: Serves, settings: Settings, logger: Logger, entrance: Entrance): Promise<RunningProcess> {
  const edge = await startEdge(settings, { serves, logger, entrance });
  const { url } = await edge.http.listen(settings);
  return { url, cluster: edge.cluster, moved: edge.moved, close: () => edge.close() };
}
