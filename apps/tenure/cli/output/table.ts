import Table from 'cli-table3';
import stringWidth from 'string-width';
import { type Block, fitColumns, GAP } from './fit-columns.js';
import { bold } from './style.js';
import { terminalWidth } from './terminal-width.js';
import { visible } from './visible.js';

export interface Column<Item> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Repeated when the table is too wide for the terminal and is cut into blocks below each other. Default: the first column. */
  readonly key?: boolean;
  /** Colours a cell if the terminal has colours; the text is final by then. */
  paint?(text: string, item: Item): string;
  value(item: Item, index: number): string | number | null | undefined;
}

const blank = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
const noBorders = { ...blank, left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' '.repeat(GAP) };

/** A table without borders that fits the terminal; an empty cell is a dash, which cannot be mistaken for a zero. */
export function tableOf<Item>(items: Iterable<Item>, columns: readonly Column<Item>[], width: number = terminalWidth()): string {
  const rows = Array.from(items, (item, index) =>
    columns.map(({ value, paint }) => {
      const text = shown(value(item, index));
      return paint ? paint(text, item) : text;
    }),
  );
  const hasKeys = columns.some(({ key }) => key);
  const measured = columns.map(({ title, align, key }, at) => {
    const texts = [title, ...rows.map((cells) => cells[at] as string)];
    const width = widest(texts);
    // Words stay whole: an id that is cut in two cannot be copied.
    return { width, narrowest: align === 'right' ? width : widest(texts.flatMap((text) => text.split(' '))), isKey: hasKeys ? key === true : at === 0 };
  });
  return fitColumns(measured, width)
    .map((block) => blockText(block, columns, rows))
    .join('\n\n');
}

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);

function blockText<Item>(block: Block, columns: readonly Column<Item>[], rows: readonly (readonly string[])[]): string {
  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: block.map(({ index }) => columns[index]?.align ?? 'left'),
    colWidths: block.map(({ width }) => width),
    wordWrap: true,
    wrapOnWordBoundary: true,
    head: block.map(({ index }) => bold(columns[index]?.title ?? '')),
  });
  for (const cells of rows) table.push(block.map(({ index }) => cells[index]));
  return trimmed(table.toString());
}

/** Names and values below each other. */
export function factsOf(facts: readonly (readonly [name: string, value: string | number | null | undefined])[]): string {
  const widest = Math.max(...facts.map(([name]) => name.length));
  return facts.map(([name, value]) => `${bold(name.padEnd(widest))}  ${shown(value)}`).join('\n');
}

function shown(value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return '-';
  return printable(typeof value === 'number' ? wholeOrShort(value) : value);
}

/** A text from outside on one line. */
export function printable(text: string): string {
  return visible(text.replace(/[\n\t]+/g, ' '));
}

function wholeOrShort(value: number): string {
  return Number.isInteger(value) ? grouped(value) : value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** 69,659 */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

function trimmed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
