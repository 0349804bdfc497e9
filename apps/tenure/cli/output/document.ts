import { moneyText } from './figures.js';
import { bold } from './style.js';
import { printable, tableOf } from './table.js';

type Value = unknown;

/** Any answer for a person: names and values, nested objects indented, lists of similar items as tables. */
export function documentText(document: object, indent = ''): string {
  const entries = Object.entries(document).filter(([, value]) => value !== undefined);
  const widest = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => entryText(name, value, widest, indent)).join('\n');
}

function entryText(name: string, value: Value, widest: number, indent: string): string {
  const title = bold(name.padEnd(widest));
  if (isSimple(value)) return `${indent}${title}  ${simpleText(value)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return `${indent}${title}  none`;
    if (value.every(isSimple)) return `${indent}${title}  ${value.map(simpleText).join(', ')}`;
    return `${indent}${bold(name)}\n${indented(listText(value), `${indent}  `)}`;
  }
  const inner = documentText(value as object, `${indent}  `);
  return inner === '' ? `${indent}${title}  none` : `${indent}${bold(name)}\n${inner}`;
}

function listText(items: readonly Value[]): string {
  const rows = items.filter((item): item is Record<string, Value> => typeof item === 'object' && item !== null && !Array.isArray(item));
  if (rows.length < items.length) return items.map((item) => JSON.stringify(item)).join('\n');
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return tableOf(
    rows,
    names.map((name) => ({ title: name, value: (row) => (isSimple(row[name]) ? simpleText(row[name]) : JSON.stringify(row[name])) })),
  );
}

function isSimple(value: Value): boolean {
  return value === null || value === undefined || typeof value !== 'object' || isMoney(value);
}

function simpleText(value: Value): string {
  if (value === null || value === undefined || value === '') return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
  return isMoney(value) ? moneyText(value) : printable(String(value));
}

function isMoney(value: Value): value is { minor: number | string; currency: string } {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { minor, currency } = value as { minor?: Value; currency?: Value };
  return (typeof minor === 'number' || (typeof minor === 'string' && /^-?\d+$/.test(minor))) && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
}

function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}
