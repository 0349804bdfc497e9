import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Distinguishes the requests of this process from those of another; the counter distinguishes them from each other. */
const prefix = randomBytes(6).toString('hex');
let count = 0;

/** The caller's `X-Request-Id` if it is short and harmless in a log line, otherwise a new id. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given)) return given;
  count += 1;
  return `${prefix}-${count.toString(36)}`;
}
