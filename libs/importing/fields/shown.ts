/** A cell for a message: no longer than a line. */
export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
