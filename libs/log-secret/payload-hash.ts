import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { KeyedHash } from './keyed-hash.js';

const form = /^h2\.(\d+)\.([\w-]+)$/;
/** 128 bits in base64url. */
const digestLength = 22;
/** 36 bits: identifies the secret that a hash was made with, to a holder of that secret. */
const markLength = 6;

/**
 * What a command asked for: `h2.<epoch>.<digest>`, an HMAC of its name and its body under the log's secret. Equal for a
 * retry, different for a key reused for something else, and useless for guessing the payload. The digest ends with a mark
 * of the secret, so that a log shows whether a secret is its own.
 */
export function payloadHash(keyed: KeyedHash, name: string, data: object): string {
  return payloadHashOf(keyed, keyed.digest('payload', `${name}\n${canonicalJson(data)}`).slice(0, digestLength));
}

/** In the form of a payload hash, from 22 characters of base64url that were made from the payload by other means: an import's, from a row. */
export function payloadHashOf(keyed: KeyedHash, digest: string): string {
  return `h2.${keyed.epoch}.${digest}${markOf(keyed)}`;
}

/** Whether a stored hash is that of the payload, in either stored form: version 0.1.0 wrote a plain SHA-256. */
export function isPayloadOf(stored: string, keyed: KeyedHash, name: string, data: object): boolean {
  return stored === (form.test(stored) ? payloadHash(keyed, name, data) : plainHash(name, data));
}

/** Null for a hash that needed no secret. */
export function secretOfHash(stored: string): { readonly epoch: number; readonly mark: string } | null {
  const found = form.exec(stored);
  return found ? { epoch: Number(found[1]), mark: found[2]!.slice(-markLength) } : null;
}

const marks = new WeakMap<KeyedHash, string>();

export function markOf(keyed: KeyedHash): string {
  let mark = marks.get(keyed);
  if (mark === undefined) {
    mark = keyed.digest('secret', 'mark').slice(0, markLength);
    marks.set(keyed, mark);
  }
  return mark;
}

function plainHash(name: string, data: object): string {
  return hash('sha256', `${name}\n${canonicalJson(data)}`, 'base64url').slice(0, digestLength);
}
