import { TenureClient } from '@tenure/client';
import type { Settings } from '@tenure/settings';
import type { Connection } from './connection.js';
import { startEngine } from './engine.js';

/** An engine in this process, for one verb. */
export async function passingEngine(settings: Settings, signal: AbortSignal): Promise<Connection> {
  const engine = await startEngine(settings, { passing: true });
  return { client: new TenureClient({ url: engine.url, token: engine.token, signal }), lasting: false, close: () => engine.close() };
}
