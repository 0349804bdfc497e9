import { hash } from 'node:crypto';
import type { EventMetadata } from './event.js';

/** Namespace of Tenure's event ids, a UUIDv5 name space of its own (RFC 9562, section 5.5). */
const NAMESPACE = Buffer.from('3d1f6a0c5e5b4c1e9a2b7f1de0c4a8b6', 'hex');

/**
 * An event's id follows from the command that made it, so a retry can never make another one. The stream is part of the
 * name because a command id belongs to its customer.
 */
export function eventId(stream: string, { commandId, index }: Pick<EventMetadata, 'commandId' | 'index'>): string {
  return uuidV5(`${stream}/${commandId}/${index}`);
}

function uuidV5(name: string): string {
  const digest = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name, 'utf8')]), 'buffer');
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
