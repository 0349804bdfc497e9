import { hash } from 'node:crypto';
import type { RecordedEvent } from '@tenure/event-log';

/** The event with its personal part as the vault writes it: the text of a value holds its revision, and its sort order reveals nothing of the value. */
export function sealed(event: RecordedEvent): RecordedEvent {
  const personal = Object.entries((event.personal ?? {}) as Record<string, string | null>).map(([field, value]) => {
    if (value === null) return [field, null];
    const nonce = hash('sha256', `${event.revision} ${field} ${value}`, 'base64url');
    return [field, `sealed.1.${event.revision}.${event.type}.${nonce}${Buffer.from(value).toString('base64url')}`];
  });
  return { ...event, personal: Object.fromEntries(personal) as object, metadata: { ...event.metadata, keyEpoch: 1 } };
}

const NONCE = 43;
const SEALED = /sealed\.1\.\d+\.[A-Za-z]+\.([\w-]+)/g;

/** A JSON text with the output of `sealed` in clear. */
export function opened(text: string): string {
  return text.replace(SEALED, (_, content: string) => Buffer.from(content.slice(NONCE), 'base64url').toString());
}
