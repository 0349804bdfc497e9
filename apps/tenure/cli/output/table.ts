import Table from 'cli-table3';
import { bold } from './style.js';

export interface Column<Item> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  value(item: Item, index: number): string | number | null | undefined;
}

const blank = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
const noBorders = { ...blank, left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' };

/** A table without borders, as a person reads it; empty cells are a dash that cannot be taken for a zero. */
export function tableOf<Item>(items: Iterable<Item>, columns: readonly Column<Item>[]): string {
  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map(({ align }) => align ?? 'left'),
    head: columns.map(({ title }) => bold(title)),
  });
  let index = 0;
  for (const item of items) {
    table.push(columns.map(({ value }) => shown(value(item, index))));
    index += 1;
  }
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

/** What came from outside may hold control characters that a terminal would obey. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000B-\u001A\u001C-\u001F\u007F-\u009F]|\u001B(?!\[\d+m)/g, '\uFFFD').replace(/[\n\t]+/g, ' ');
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
