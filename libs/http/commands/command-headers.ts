import type { IncomingHttpHeaders } from 'node:http';
import { Problem, wrongParameter } from '../problems/problem.js';

const LONGEST_KEY = 255;

/** The idempotency key, sent quoted (as in the IETF draft) or bare (as most clients send it). */
export function idempotencyKey(headers: IncomingHttpHeaders): string {
  const header = headers['idempotency-key'];
  if (header === undefined || header === '') {
    throw new Problem('idempotency-key-missing', 'Send the header Idempotency-Key: a fresh id (a UUID) for each command, the same one for each retry of it.');
  }
  const text = String(header);
  const key = text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  if (!isCommandId(key))
    throw wrongParameter('Idempotency-Key', 'wrong-key', `must be 1 to ${LONGEST_KEY} visible ASCII characters without quotes inside, quoted or bare`);
  return key;
}

/** Visible ASCII without quotes and backslashes, so that quoted and bare are the same key. */
export function isCommandId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_KEY && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(value);
}

/** The revision that `If-Match` requires, or undefined without one. `what` names what has it: a customer, a model. */
export function expectedRevision(headers: IncomingHttpHeaders, what: string): number | undefined {
  const header = headers['if-match'];
  if (header === undefined) return undefined;
  const digits = /^(?:"(\d{1,15})"|(\d{1,15}))$/.exec(header.trim());
  if (digits) return Number(digits[1] ?? digits[2]);
  const remedy = header.startsWith('W/') ? 'must be a strong tag: a revision is exact, send it without W/' : `must be one revision of the ${what}, e.g. "3"`;
  throw wrongParameter('If-Match', 'wrong-revision', remedy);
}
