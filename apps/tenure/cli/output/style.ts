/** Colour only where a person looks at it and has not asked for none (no-color.org). */
export function isColourful(stream: { readonly isTTY?: boolean }, environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  if (environment['NO_COLOR'] !== undefined && environment['NO_COLOR'] !== '') return false;
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}

const wrap = (open: number, close: number) => (text: string) => (isColourful(process.stdout) ? `\u001B[${open}m${text}\u001B[${close}m` : text);

export const bold = wrap(1, 22);
export const dim = wrap(2, 22);
