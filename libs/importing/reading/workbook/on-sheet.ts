import { ImportRefused } from '../../import-refused.js';
import type { ReadSheet } from './read-workbook.js';

/** The result of `open` for a file; for a workbook a refusal says which sheet it concerns, and which others there are. */
export function onSheet<Opened>(sheet: ReadSheet | null, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof ImportRefused) || !sheet || sheet.others.length === 0) throw error;
    const others = sheet.others.map((name) => `"${name}"`).join(', ');
    throw new ImportRefused(error.code, error.field, `${error.message}. This is about sheet "${sheet.sheet}"; there is ${others} too: --sheet chooses`);
  }
}
