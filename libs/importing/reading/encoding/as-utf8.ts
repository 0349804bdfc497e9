/** Replaces a lone surrogate, or a number that is no character: never part of UTF-8, so the line is rejected. */
const notACharacter = Buffer.from([0xff]);

/** UTF-16 or UTF-32 as UTF-8, a piece at a time, so that lines are found by their bytes as in any other file. */
export async function* asUtf8(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const unit = encoding.startsWith('utf-32') ? 4 : 2;
  let rest: Buffer = Buffer.alloc(0);
  let high = '';
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - (bytes.length % unit);
    rest = Buffer.from(bytes.subarray(whole));
    const text = high + textOf(bytes.subarray(0, whole), encoding);
    high = endsOpen(text) ? text.slice(-1) : '';
    yield encoded(high === '' ? text : text.slice(0, -1));
  }
  if (high !== '' || rest.length > 0) yield notACharacter;
}

function textOf(bytes: Buffer, encoding: string): string {
  switch (encoding) {
    case 'utf-16le':
      return bytes.toString('utf16le');
    case 'utf-16be':
      return Buffer.from(bytes).swap16().toString('utf16le');
    default:
      return utf32(bytes, encoding === 'utf-32le');
  }
}

function utf32(bytes: Buffer, littleEndian: boolean): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const point = littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    text += point > 0x10ffff ? '\ud800' : String.fromCodePoint(point);
  }
  return text;
}

function endsOpen(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last < 0xdc00;
}

const surrogate = /\p{Surrogate}/u;

function encoded(text: string): Buffer {
  if (!surrogate.test(text)) return Buffer.from(text);
  return Buffer.concat(text.split(surrogate).flatMap((part, at) => (at === 0 ? [Buffer.from(part)] : [notACharacter, Buffer.from(part)])));
}
