import { isUtf8 } from 'node:buffer';
import { WrongUsage } from './wrong-usage.js';

/** The text of a JSON document that a person provides, without the byte order mark that Windows programs write (RFC 8259, section 8.1). */
export function jsonText(bytes: Buffer, from: string): string {
  if (bytes.includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe) throw new WrongUsage(`${from} is UTF-16: save it as UTF-8.`);
  if (!isUtf8(bytes)) throw new WrongUsage(`${from} is not UTF-8: save it as UTF-8.`);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}
