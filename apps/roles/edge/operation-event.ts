import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@tenure/event-log';
import { type LogSecret, payloadHash } from '@tenure/log-secret';

/** What an operator has decided, as the event that records it. */
export async function operationEvent(secret: LogSecret, type: string, data: object, actor: string): Promise<NewEvent> {
  const metadata = { commandId: randomUUID(), index: 0, of: 1, payloadHash: payloadHash(await secret.keyed(), type, data), actor };
  return { type, version: 1, occurredAt: Date.now(), data, metadata };
}
