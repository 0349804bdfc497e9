import { ImportRefused } from '../../import-refused.js';
import type { ByteEvidence } from './byte-evidence.js';
import { encodingNamed } from './encodings.js';
import { type EncodingGuess, guessEncoding } from './guess-encoding.js';
import { byteLines, highLines } from './high-lines.js';
import { lineDecoder } from './line-decoder.js';

/** How the whole of a file is read. */
export interface FileEncoding {
  readonly encoding: string;
  /** What was guessed, for whoever looks on: the bytes alone do not prove it. Null where they do, or it was said. */
  readonly guessedBy: string | null;
  /** What the lines that are not in this encoding would be, in words. */
  readonly otherwise: string | null;
}

/** With so many broken lines in a hundred, and more than a few, a file is not what it seems. */
const mostBrokenShare = 0.02;
const fewLines = 3;

/**
 * Decided once for the whole file: what was said, a byte order mark, UTF-8 that is valid throughout, the NULs of UTF-16; and
 * only then a guess, which is taken if it is sure.
 * @throws ImportRefused when several encodings are as likely and most of what is not ASCII hangs on it.
 */
export async function decideEncoding(evidence: ByteEvidence, bytes: () => AsyncIterable<Buffer>, said: string | undefined): Promise<FileEncoding> {
  const { mark } = evidence;
  if (said !== undefined) return asSaid(encodingNamed(said), mark);
  if (mark) return certainly(mark);
  if (evidence.pattern) return certainly(evidence.pattern);
  if (evidence.isUtf8) return certainly('utf-8');
  const high = await highLines(bytes());
  const broken = high.count - high.utf8;
  if (high.utf8 >= 4 * broken) return certainly('utf-8');
  const guesses = guessEncoding(high.sample);
  const [best] = guesses;
  if (best?.isSure && (await isDecodedBy(best.encoding, bytes()))) return { encoding: best.encoding, guessedBy: `"${best.example}"`, otherwise: null };
  if (broken > fewLines && high.utf8 < broken) throw notKnown(guesses);
  return { encoding: 'utf-8', guessedBy: null, otherwise: inWords(guesses) };
}

export function certainly(encoding: string): FileEncoding {
  return { encoding, guessedBy: null, otherwise: null };
}

function asSaid(encoding: string, mark: string | null): FileEncoding {
  const isUtf16 = encoding === 'utf-16le' && mark?.startsWith('utf-16');
  if (mark === null) return certainly(encoding === 'utf-32' ? 'utf-32le' : encoding);
  if (mark === encoding || isUtf16 || (encoding === 'utf-32' && mark.startsWith('utf-32'))) return certainly(mark);
  const reason = `the file begins with the byte order mark of ${mark}, and the encoding was given as ${encoding}: leave the encoding out`;
  throw new ImportRefused('encoding-contradicted', 'encoding', reason);
}

async function isDecodedBy(encoding: string, chunks: AsyncIterable<Buffer>): Promise<boolean> {
  const decoder = lineDecoder(encoding);
  let lines = 0;
  let broken = 0;
  for await (const line of byteLines(chunks)) {
    lines += 1;
    if (decoder.decode(line) === null) broken += 1;
  }
  return broken <= lines * mostBrokenShare;
}

function notKnown(guesses: readonly EncodingGuess[]): ImportRefused {
  const reason = `the file is not UTF-8, and its encoding cannot be told for certain${withSpace(inWords(guesses))}: save it as UTF-8, or give its encoding`;
  return new ImportRefused('encoding-not-known', 'encoding', reason);
}

/** "as windows-1252 it reads "Größe" (--encoding windows-1252), as big5 ..." */
function inWords(guesses: readonly EncodingGuess[]): string | null {
  const shown = guesses.filter(({ example }) => example !== '').slice(0, 2);
  if (shown.length === 0) return null;
  return shown.map(({ encoding, example }) => `as ${encoding} it reads "${example}" (--encoding ${encoding})`).join(', ');
}

function withSpace(words: string | null): string {
  return words === null ? '' : `; ${words}`;
}
