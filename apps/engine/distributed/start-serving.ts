import { principalOfAllRoles } from '@tenure/access';
import type { Entrance } from '@tenure/http';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import type { RunningProcess } from '../process/run-role.js';
import { type Serves, startEdge } from './start-edge.js';

/** A role that serves requests: the same edge, with its part of the routes. */
export async function startServing(serves: Serves, settings: Settings, logger: Logger, version: string, entrance: Entrance): Promise<RunningProcess> {
  const unstored = settings.apiKey ? [{ token: settings.apiKey, principal: principalOfAllRoles('TENURE_API_KEY', 'TENURE_API_KEY') }] : [];
  const edge = await startEdge(settings, { serves, version, unstored, logger, entrance });
  const { url } = await edge.http.listen(settings);
  return { url, cluster: edge.cluster, moved: edge.moved, close: () => edge.close() };
}
