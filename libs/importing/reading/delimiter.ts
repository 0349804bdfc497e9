import { csvRows } from './csv-rows.js';
import type { TextLine } from './text-lines.js';

export const delimiters = [',', ';', '\t', '|'] as const;

/** `sep=;`, which programs write above a header so that Excel uses the delimiter. */
const announcement = /^\s*"?sep=(.|\\t)"?[;,\t|\s]*$/i;

export function announcedDelimiter(line: TextLine | undefined): string | null {
  const delimiter = announcement.exec(line?.text ?? '')?.[1];
  if (delimiter === undefined) return null;
  return delimiter === '\\t' ? '\t' : delimiter;
}

/**
 * The delimiter that splits most rows into the same number of cells; among equals the one that makes more of them. Lines above the
 * header, such as a title, are split into fewer, and count for little. `share`: of the rows that are split alike.
 */
export function likeliestDelimiter(lines: readonly TextLine[]): { readonly delimiter: string; readonly share: number } {
  let best: { delimiter: string; share: number; cells: number } = { delimiter: ',', share: 0, cells: 1 };
  for (const delimiter of delimiters) {
    const widths = csvRows(delimiter, null)
      .reader()
      .read(lines, true)
      .flatMap(({ cells, problem }) => (problem ? [] : cells.length));
    const cells = commonest(widths.filter((width) => width > 1));
    const share = widths.length === 0 ? 0 : widths.filter((width) => width === cells).length / widths.length;
    if (cells > 1 && (share > best.share + 0.05 || (share > best.share - 0.05 && cells > best.cells))) best = { delimiter, share, cells };
  }
  return best;
}

function commonest(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}
