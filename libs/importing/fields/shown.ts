import { withoutSign } from './numbers/literal.js';

/** A cell for a message: as written in the file, at most a line long. */
export function shown(cell: string): string {
  const text = withoutSign(cell);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
