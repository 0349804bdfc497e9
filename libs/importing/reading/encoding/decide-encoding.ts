import { ImportRefused } from '../../import-refused.js';
import type { ByteEvidence } from './byte-evidence.js';
import { encodingNamed } from './encodings.js';
import { type EncodingGuess, guessEncoding } from './guess-encoding.js';
import { byteLines, highLines } from './high-lines.js';
import { lineDecoder } from './line-decoder.js';

/** How the file as a whole is read. */
export interface FileEncoding {
  readonly encoding: string;
  /** What was guessed, to be reported: the bytes alone do not prove it. Null where they do, or where an option gave it. */
  readonly guessedBy: string | null;
}

/** With this share of broken lines the file is not in the supposed encoding. */
const mostBrokenShare = 0.02;
/** With this many lines of UTF-8 beyond ASCII for each broken line, a file is UTF-8 and damaged in places. */
const proofOfUtf8 = 4;

/**
 * Decides once for the whole file, in this order: the option, a byte order mark, UTF-8 that is valid throughout, the NULs of UTF-16;
 * and only then a guess, which is used if it is sure. Single lines are rejected only in a file that is UTF-8 elsewhere.
 * @throws ImportRefused when the file is not UTF-8 and no guess is sure
 */
export async function decideEncoding(evidence: ByteEvidence, bytes: () => AsyncIterable<Buffer>, said: string | undefined): Promise<FileEncoding> {
  const { mark } = evidence;
  if (said !== undefined) return asSaid(encodingNamed(said), mark);
  if (mark) return certainly(mark);
  if (evidence.pattern) return certainly(evidence.pattern);
  if (evidence.isUtf8) return certainly('utf-8');
  const high = await highLines(bytes());
  if (high.utf8 >= proofOfUtf8 * (high.count - high.utf8)) return certainly('utf-8');
  const guesses = guessEncoding(high.sample);
  const [best] = guesses;
  if (best?.isSure && (await isDecodedBy(best.encoding, bytes()))) return { encoding: best.encoding, guessedBy: `"${best.example}"` };
  throw notKnown(high.firstBroken, guesses);
}

export function certainly(encoding: string): FileEncoding {
  return { encoding, guessedBy: null };
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

function notKnown(line: number, guesses: readonly EncodingGuess[]): ImportRefused {
  const reason = `line ${line} is not valid UTF-8, and the encoding of the file cannot be told for certain${readings(guesses)}: save the file as UTF-8, or give its encoding`;
  return new ImportRefused('encoding-not-known', 'encoding', reason);
}

/** `; as windows-1252 it reads "Größe" (--encoding windows-1252), as big5 ...` */
function readings(guesses: readonly EncodingGuess[]): string {
  const shown = guesses.filter(({ example, isOdd }) => example !== '' && !isOdd).slice(0, 3);
  if (shown.length === 0) return '';
  return `; ${shown.map(({ encoding, example }) => `as ${encoding} it reads "${example}" (--encoding ${encoding})`).join(', ')}`;
}
