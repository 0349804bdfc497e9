/** Colour only on a terminal, and unless it was declined (no-color.org). */
export function isColourful(stream: { readonly isTTY?: boolean }, environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  if (environment['NO_COLOR'] !== undefined && environment['NO_COLOR'] !== '') return false;
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}

const wrap = (open: number, close: number) => (text: string) => (isColourful(process.stdout) ? `\u001B[${open}m${text}\u001B[${close}m` : text);

export const bold = wrap(1, 22);
export const dim = wrap(2, 22);

/** From a pale to a strong blue, of the 256 colours (xterm), each light enough for black letters. */
const blues = [231, 195, 159, 123, 117, 81, 45];

/** A text on a background that is stronger the nearer `rate` is to 1; plain if the terminal has few colours. */
export function shade(text: string, rate: number): string {
  if (!isColourful(process.stdout) || (process.stdout.getColorDepth?.() ?? 1) < 8) return text;
  const step = Math.min(blues.length - 1, Math.floor(Math.max(0, rate) * blues.length));
  return `\u001B[38;5;16;48;5;${blues[step]}m${text}\u001B[0m`;
}
