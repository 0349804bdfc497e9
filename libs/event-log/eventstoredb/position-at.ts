import type { Position } from '../event.js';
import type { Connection } from './connection.js';
import { lastBefore } from './head.js';

/**
 * The last position recorded at or before a moment. The server has no index of times and its positions cannot be
 * bisected, so this reads backwards from the end: its cost is the number of events since then, of any application.
 */
export async function positionAt(connection: Connection, recordedAt: number): Promise<Position | null> {
  const found = await lastBefore(connection, 'end', (each) => each <= recordedAt);
  return found?.position ?? null;
}
