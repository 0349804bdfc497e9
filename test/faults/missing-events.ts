import { Client } from '../engine/client.js';
import { apiKey } from '../engine/tenure-program.js';
import type { RoleProcess } from './role-process.js';

/** What a projector says of events that the topic did not bring in their place, by read model. */
export async function missingEventsOf(projector: RoleProcess): Promise<Record<string, number>> {
  const { text } = await new Client(projector.url, apiKey).ask('/metrics');
  const lines = text.matchAll(/^tenure_projector_missing_events_total\{projection="([^"]+)"\} (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, projection, missing]) => [projection!, Number(missing)]));
}
