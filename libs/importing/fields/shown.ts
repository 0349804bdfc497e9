import { withoutSign } from './numbers/literal.js';

/** A cell for a message: as it stands in the file, no longer than a line. */
export function shown(cell: string): string {
  const text = withoutSign(cell);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
