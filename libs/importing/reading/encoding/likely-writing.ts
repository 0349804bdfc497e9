/**
 * How likely the bytes of some lines are, if they are written in one encoding and in a language that uses it: the logarithm
 * of a probability, so that two encodings can be compared on the same bytes. A naive model: each character by itself, with
 * one look back.
 */
export interface Writing {
  readonly encoding: string;
  /** How frequent files in this encoding are, relative to the others. */
  readonly prior: number;
  /** The logarithm of the probability of the character that begins at `at`, and its length in bytes. */
  next(bytes: Buffer, at: number, before: Before): { readonly log: number; readonly length: number; readonly is: Before };
}

/** The kind of character before another. */
export type Before = 'other' | 'lower' | 'upper' | 'high-lower' | 'high-upper' | 'ideograph';

const log = Math.log;
const impossible = -25;
const ascii = -log(60);

export function likelihood(writing: Writing, bytes: Buffer): number {
  let total = log(writing.prior);
  let before: Before = 'other';
  for (let at = 0; at < bytes.length; ) {
    const { log: own, length, is } = writing.next(bytes, at, before);
    total += own;
    at += length;
    before = is;
  }
  return total;
}

function asciiNext(byte: number): { log: number; length: number; is: Before } {
  const is = byte >= 97 && byte <= 122 ? 'lower' : byte >= 65 && byte <= 90 ? 'upper' : 'other';
  return { log: ascii, length: 1, is };
}

/** A byte above 127 in an alphabet: its kind after a letter, and its likelihood. */
interface HighByte {
  readonly is: 'high-lower' | 'high-upper' | 'other';
  /** Whether the language uses the letter, or people type the sign. */
  readonly usual: boolean;
  /** A currency sign: the most frequent sign in tables. */
  readonly isMoney: boolean;
}

const usualSigns = new Set('€£§°´«»„“”‘’‚–—…·•®©™№½²³ºª¿¡\u00a0¥¢%');

/** An 8-bit alphabet: `letters` are those of the languages that use it. `latin`: they occur among ASCII letters. */
export function alphabet(encoding: string, prior: number, letters: string, latin: boolean, decode: (byte: number) => string): Writing {
  const used = new Set(letters + letters.toUpperCase());
  const table = Array.from({ length: 256 }, (_, byte): HighByte | null => {
    if (byte < 128) return null;
    const character = decode(byte);
    if (/\p{Ll}|\p{Lo}/u.test(character)) return { is: 'high-lower', usual: used.has(character), isMoney: false };
    if (/\p{Lu}/u.test(character)) return { is: 'high-upper', usual: used.has(character), isMoney: false };
    return { is: 'other', usual: usualSigns.has(character), isMoney: /[€£]/.test(character) };
  });
  const own = 1 / Math.max(8, letters.length);
  return {
    encoding,
    prior,
    next(bytes, at, before) {
      const high = table[bytes[at] as number];
      if (!high) return asciiNext(bytes[at] as number);
      const share = latin ? latinShare(high, before) : otherShare(high, before);
      const each = high.isMoney ? 1 / 4 : high.is === 'other' ? 1 / 40 : own;
      return { log: Math.max(impossible, log(share * each * (high.usual ? 1 : 0.002))), length: 1, is: high.is };
    },
  };
}

function latinShare({ is }: HighByte, before: Before): number {
  const inWord = before === 'lower' || before === 'high-lower';
  if (is === 'high-lower') return inWord || before === 'upper' ? (before === 'high-lower' ? 0.015 : 0.06) : before === 'high-upper' ? 0.01 : 0.02;
  if (is === 'high-upper') return inWord ? 0.00002 : before === 'upper' ? 0.04 : 0.01;
  return inWord || before === 'upper' || before === 'high-upper' ? 0.0005 : 0.02;
}

function otherShare({ is }: HighByte, before: Before): number {
  if (before === 'lower' || before === 'upper') return 0.0005;
  if (is === 'high-lower') return before === 'high-lower' || before === 'high-upper' ? 0.75 : 0.15;
  if (is === 'high-upper') return before === 'high-lower' ? 0.0005 : before === 'high-upper' ? 0.2 : 0.5;
  return before === 'other' ? 0.02 : 0.004;
}

/** A block of an encoding with two bytes a character, and its share of a text. */
export interface Block {
  readonly lead: readonly [from: number, to: number];
  readonly trail: readonly [from: number, to: number];
  readonly share: number;
  readonly characters: number;
}

/** Two bytes a character; the first block that contains one counts. `single` are characters of one byte above 127. */
export function doubleBytes(encoding: string, prior: number, blocks: readonly Block[], single?: readonly [from: number, to: number]): Writing {
  return {
    encoding,
    prior,
    next(bytes, at, before) {
      const lead = bytes[at] as number;
      if (lead < 128) return asciiNext(lead);
      const apart = before === 'lower' || before === 'upper' ? 0.05 : 1;
      if (single && lead >= single[0] && lead <= single[1]) return { log: log((0.005 / 63) * apart), length: 1, is: 'ideograph' };
      const trail = bytes[at + 1] ?? 0;
      const block = blocks.find((each) => within(lead, each.lead) && within(trail, each.trail));
      if (!block) return { log: impossible, length: 1, is: 'other' };
      return { log: log((block.share / block.characters) * apart), length: 2, is: 'ideograph' };
    },
  };
}

const within = (byte: number, [from, to]: readonly [number, number]) => byte >= from && byte <= to;
