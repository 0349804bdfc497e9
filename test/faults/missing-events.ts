import { Client } from '../engine/client.js';
import { apiKey } from '../engine/tenure-program.js';
import type { RoleProcess } from './role-process.js';

/** The number of events that the topic did not bring in their place, by a projector's metrics. */
export async function missingEventsOf(projector: RoleProcess): Promise<number> {
  const { text } = await new Client(projector.url, apiKey).ask('/metrics');
  return Number(/^tenure_projector_missing_events_total (\d+)$/m.exec(text)?.[1]);
}
