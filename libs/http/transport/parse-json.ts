import { isUtf8 } from 'node:buffer';
import { Problem } from '../problems/problem.js';

const forbiddenKeys = ['__proto__', 'constructor', 'prototype'];

const byteOrderMark = Buffer.from('\uFEFF');

/** Windows programs begin UTF-8 with a byte order mark; a parser may skip it (RFC 8259, section 8.1). */
function startsWithMark(bytes: Buffer): boolean {
  return bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark);
}

/** Detected by its byte order mark, or by the zero beside the first character: JSON begins with an ASCII character. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (bytes.length > 1 && (first === 0 || second === 0));
}

/** Parses one JSON document. Throws a `Problem` for invalid UTF-8, invalid JSON and keys that could reach a prototype. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) throw new Problem('invalid-json', 'The body is empty. Send a JSON document.', { code: 'body-empty' });
  if (isUtf16(bytes)) throw new Problem('invalid-utf8', 'The body is UTF-16. Send JSON in UTF-8.', { code: 'utf-16' });
  if (!isUtf8(bytes)) throw new Problem('invalid-utf8', 'The body holds bytes that are not UTF-8.');
  const text = bytes.toString('utf8', startsWithMark(bytes) ? byteOrderMark.length : 0);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Problem('invalid-json', `The body is not valid JSON: ${whereItStopped(error as Error, text)}.`);
  }
  if (mayHoldForbiddenKey(text)) refuseForbiddenKeys(value, '');
  return value;
}

/** Node's message without the part of the body that it quotes: personal data does not belong in messages. */
function whereItStopped({ message }: Error, text: string): string {
  const at = /at position (\d+)/.exec(message)?.[1];
  if (at !== undefined) return `reading stopped at character ${Number(at) + 1} of ${text.length}`;
  return /end of JSON/.test(message) ? 'it ends too early' : 'reading stopped at its first value';
}

/** A cheap first check. An escape below U+0100 may spell any letter of a key. */
function mayHoldForbiddenKey(text: string): boolean {
  return text.includes('__proto__') || text.includes('constructor') || text.includes('prototype') || text.includes('\\u00');
}

function refuseForbiddenKeys(root: unknown, rootPointer: string): void {
  const waiting: Array<[value: unknown, pointer: string]> = [[root, rootPointer]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, pointer] = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const key of Object.keys(value)) {
      const keyPointer = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (forbiddenKeys.includes(key)) {
        const detail = `a key may not be named ${key}; rename it`;
        throw new Problem('forbidden-key', `At ${keyPointer}: ${detail}.`, { errors: [{ pointer: keyPointer, code: 'forbidden-key', detail }] });
      }
      waiting.push([(value as Record<string, unknown>)[key], keyPointer]);
    }
  }
}
