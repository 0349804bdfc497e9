import { hasEnough, isMoneyAlone, isOdd, wordsWithHigh } from './how-text-looks.js';
import { likelihood } from './likely-writing.js';
import { type LineDecoder, lineDecoder } from './line-decoder.js';
import { writings } from './writings.js';

/** What the lines that are not ASCII look like in an encoding. */
export interface EncodingGuess {
  readonly encoding: string;
  /** True when any reading with another text is less than a hundredth as likely, and the evidence is more than a word or two. */
  readonly isSure: boolean;
  /** True when nobody writes like this, whatever the odds. */
  readonly isOdd: boolean;
  /** A piece of the file in this reading. */
  readonly example: string;
}

const sureBy = Math.log(100);

/** Most likely first: readings that decode all lines but one in fifty, each with a different text. */
export function guessEncoding(lines: readonly Buffer[]): EncodingGuess[] {
  const bytes = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
  // Bytes that are no text in any encoding are as likely as random bytes.
  const noise = bytes.length * -Math.log(256);
  const readings = writings
    .map((writing) => ({ decoder: lineDecoder(writing.encoding), log: likelihood(writing, bytes) }))
    .filter(({ decoder }) => lines.filter((line) => decoder.decode(line) === null).length <= lines.length / 50);
  const texts = new Map<string, { readonly encoding: string; log: number }>();
  for (const { decoder, log } of readings) {
    const text = textOf(decoder, lines);
    const same = texts.get(text);
    if (same) same.log = Math.max(same.log, log);
    else texts.set(text, { encoding: decoder.encoding, log });
  }
  const different = [...texts].sort(([, a], [, b]) => b.log - a.log);
  return different.map(([text, { encoding, log }], at) => {
    const next = Math.max(different[at + 1]?.[1].log ?? Number.NEGATIVE_INFINITY, noise);
    const odd = isOdd(text);
    const isSure = at === 0 && !odd && (isMoneyAlone(text) || (log - next > sureBy && hasEnough(text)));
    return { encoding, isSure, isOdd: odd, example: exampleOf(text) };
  });
}

function textOf(decoder: LineDecoder, lines: readonly Buffer[]): string {
  return lines.map((line) => decoder.decode(line) ?? '').join('\n');
}

function exampleOf(text: string): string {
  return (text.match(wordsWithHigh)?.find((word) => /\p{L}/u.test(word)) ?? text.match(wordsWithHigh)?.[0] ?? '').slice(0, 20);
}
