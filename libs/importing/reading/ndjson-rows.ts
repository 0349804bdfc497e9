import { isPlainObject } from '@tenure/shape';
import { literalCell } from '../fields/numbers/literal.js';
import { RowProblem } from '../row-problem.js';
import { brokenRow, type RowFormat, type SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** What the errors file adds to an object, or writes on a line of its own after an unreadable one. */
export const errorProperty = 'import_error';

/** Where in an object a cell is: `amount`, or `price.amount` for one inside another. */
interface Place {
  readonly path: string;
  readonly steps: readonly string[];
  /** Whether the cell is read as a number or an amount. */
  readonly isNumeric: boolean;
}

/**
 * One JSON object a line; the cells are the values at `paths`, those at `numeric` being numbers or amounts; empty for null.
 */
export function ndjsonRows(paths: readonly (string | null)[], numeric: ReadonlySet<number>): RowFormat {
  const places = paths.map((path, at) => (path === null ? null : { path, steps: path.split('.'), isNumeric: numeric.has(at) }));
  return { isPlain: () => false, cellsOf: () => [], reader: () => ({ read: (lines) => lines.flatMap((line) => readRow(line, places)) }) };
}

function readRow(line: TextLine, places: readonly (Place | null)[]): SourceRow | [] {
  if (line.problem) return brokenRow(line, line.problem);
  if (line.text.trim() === '') return [];
  const object = parseObject(line.text);
  if (object instanceof RowProblem) return brokenRow(line, object);
  if (errorProperty in object && Object.keys(object).length === 1) return [];
  const cells: string[] = [];
  const literals = manyDigits.test(line.text) ? literalsOf(line.text) : null;
  for (const place of places) {
    if (place === null) {
      cells.push('');
      continue;
    }
    const value = valueAt(object, place);
    const cell = typeof value === 'number' ? numberText(literals ? String(valueAt(literals, place)) : String(value), place) : asText(value, place.path);
    if (cell instanceof RowProblem) return brokenRow(line, cell);
    cells.push(cell);
  }
  return { line: line.number, text: line.text, cells, problem: null };
}

export function parseObject(text: string): Record<string, unknown> | RowProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const cut = error instanceof SyntaxError && /end of JSON|Unterminated/.test(error.message);
    const reason = cut ? 'the JSON object ends too early: the line was cut off' : 'the line is not JSON: write one object a line, e.g. {"customer_id": "17"}';
    return new RowProblem(cut ? 'truncated-json' : 'not-json', null, reason);
  }
  return isPlainObject(value) ? value : new RowProblem('not-an-object', null, 'the line is JSON, but not an object: write e.g. {"customer_id": "17"}');
}

/** A number of more than 15 digits may change when JavaScript parses it. */
const manyDigits = /\d[\d.]{15}/;
const textOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The object of a sound line, with each number as the text in the line. */
function literalsOf(text: string): Record<string, unknown> {
  return JSON.parse(text.replace(textOrNumber, (token) => (token.startsWith('"') ? token : `"${token}"`))) as Record<string, unknown>;
}

function numberText(literal: string, { isNumeric }: Place): string {
  return isNumeric ? literalCell(literal) : literal;
}

function valueAt(object: Record<string, unknown>, { path, steps }: Place): unknown {
  if (Object.hasOwn(object, path)) return object[path];
  let value: unknown = object;
  for (const step of steps) {
    if (!isPlainObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

function asText(value: unknown, path: string): string | RowProblem {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return String(value);
  return new RowProblem('wrong-type', path, `${path} must be a text or a number; map a value inside it as ${path}.<name>`);
}
