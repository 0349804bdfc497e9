/** Width of the gap between two columns. */
export const GAP = 2;

/** Text narrower than this is hard to read: the columns then go below each other. */
const EASILY_READ = 16;

export interface MeasuredColumn {
  /** Width of its widest cell, title included. */
  readonly width: number;
  /** The least width with its cells wrapped; `width` for figures, which stay on one line. */
  readonly narrowest: number;
  /** Whether the column is repeated when a table is cut into several. */
  readonly isKey: boolean;
}

/** Columns shown side by side, by index, each with its final width. */
export type Block = readonly { readonly index: number; readonly width: number }[];

/**
 * How a table fits a width: texts are wrapped first, the widest most; if it is still too wide, it is cut into blocks below each other, each beginning
 * with the key columns. A single column wider than the terminal stays so: nothing is cut off.
 */
export function fitColumns(columns: readonly MeasuredColumn[], width: number): Block[] {
  const all = columns.map((column, index) => ({ index, width: column.width }));
  const excess = total(all) - width;
  if (excess <= 0) return [all];
  const wrapped = wrap(columns, all, excess);
  if (total(wrapped) <= width) return [wrapped];
  const keys = all.filter(({ index }) => columns[index]?.isKey);
  const blocks: { index: number; width: number }[][] = [];
  let block = [...keys];
  for (const each of all) {
    if (columns[each.index]?.isKey) continue;
    // A text column alone with the keys takes the rest of the line.
    const left = width - total(keys) - GAP;
    const fitting = { ...each, width: Math.min(each.width, Math.max(limitOf(columns[each.index]), left)) };
    if (block.length > keys.length && total([...block, fitting]) > width) {
      blocks.push(block);
      block = [...keys];
    }
    block.push(fitting);
  }
  blocks.push(block);
  return blocks;
}

/** Takes the excess from the columns that wrap, always from the widest of them. */
function wrap(columns: readonly MeasuredColumn[], all: Block, excess: number): { index: number; width: number }[] {
  const wrapped = all.map((each) => ({ ...each }));
  for (let left = excess; left > 0; left -= 1) {
    const widest = wrapped.filter(({ index, width }) => width > limitOf(columns[index])).sort((a, b) => b.width - a.width)[0];
    if (widest === undefined) break;
    widest.width -= 1;
  }
  return wrapped;
}

function limitOf(column: MeasuredColumn | undefined): number {
  if (column === undefined) return 0;
  return Math.min(column.width, Math.max(column.narrowest, EASILY_READ));
}

function total(columns: Block): number {
  return columns.reduce((sum, { width }) => sum + width, 0) + GAP * Math.max(0, columns.length - 1);
}
