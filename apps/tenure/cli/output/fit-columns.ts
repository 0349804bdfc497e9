/** Columns between two columns. */
export const GAP = 2;

/** Text narrower than this is hard to read: the columns go below each other instead. */
const EASILY_READ = 16;

export interface MeasuredColumn {
  /** Of its widest cell, title included. */
  readonly width: number;
  /** As narrow as it may become when its cells go over several lines; `width` for figures, which stay on one. */
  readonly narrowest: number;
  /** Whether it is repeated where a table is cut into several. */
  readonly isKey: boolean;
}

/** Columns shown side by side, by index, each with the width that it gets. */
export type Block = readonly { readonly index: number; readonly width: number }[];

/**
 * How a table fits a width: texts are wrapped first, the widest most; what is still too wide goes into blocks below each other, each
 * beginning with the key columns. A single column that is wider than everything stays so: nothing is cut off.
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
    // A text alone with the keys takes what is left of the line.
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
