import { isUtf8 } from 'node:buffer';

/** Decodes the bytes of whole lines to text. */
export interface LineDecoder {
  /** The name of the file's encoding: a label of https://encoding.spec.whatwg.org, or `utf-32`. */
  readonly encoding: string;
  /** Null when the bytes are not text in this encoding. */
  decode(bytes: Buffer): string | null;
  /** A text for messages, whatever the bytes are. */
  shown(bytes: Buffer): string;
}

/** For an encoding whose line ends are the bytes 10 and 13 and nothing else; UTF-16 and UTF-32 arrive as UTF-8, see `asUtf8`. */
export function lineDecoder(encoding: string): LineDecoder {
  if (encoding === 'windows-1252') return { encoding, decode: windows1252, shown: windows1252 };
  if (encoding === 'ibm850') return { encoding, decode: ibm850, shown: ibm850 };
  if (encoding.startsWith('utf-')) {
    return { encoding, decode: (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : null), shown: (bytes) => bytes.toString('utf8') };
  }
  const strict = new TextDecoder(encoding, { fatal: true });
  const lenient = new TextDecoder(encoding);
  return {
    encoding,
    decode(bytes) {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    },
    shown: (bytes) => lenient.decode(bytes),
  };
}

/** Bytes 128 to 159, where windows-1252 is not Latin-1. Node 20 decodes them as Latin-1 (nodejs/node#56542). */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const c1 = /[\u0080-\u009f]/g;

function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(c1, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
}

/** Bytes 128 to 255 of DOS in western Europe (https://www.iana.org/assignments/charset-reg/), which TextDecoder does not know. */
const upper850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' + '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const high = /[\u0080-\u00ff]/g;

function ibm850(bytes: Buffer): string {
  return bytes.toString('latin1').replace(high, (character) => upper850.charAt(character.charCodeAt(0) - 0x80));
}
