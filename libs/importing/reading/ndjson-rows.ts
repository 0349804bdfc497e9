import { isPlainObject } from '@tenure/shape';
import { RowProblem } from '../row-problem.js';
import { brokenRow, type RowFormat, type SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** What the errors file adds to an object, or puts on a line of its own after one that can't be read. */
export const errorProperty = 'import_error';

/** One JSON object a line; the cells are the values found at `paths` (`amount`, or `price.amount` for one inside another). */
export function ndjsonRows(paths: readonly string[]): RowFormat {
  const steps = paths.map((path) => path.split('.'));
  return { isPlain: () => false, cellsOf: () => [], reader: () => ({ read: (lines) => lines.flatMap((line) => readRow(line, paths, steps)) }) };
}

function readRow(line: TextLine, paths: readonly string[], steps: readonly string[][]): SourceRow | [] {
  if (line.problem) return brokenRow(line, line.problem);
  if (line.text.trim() === '') return [];
  const object = parseObject(line.text);
  if (object instanceof RowProblem) return brokenRow(line, object);
  if (errorProperty in object && Object.keys(object).length === 1) return [];
  const cells: string[] = [];
  for (let at = 0; at < paths.length; at += 1) {
    const cell = asText(valueAt(object, paths[at] as string, steps[at] as string[]), paths[at] as string);
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

function valueAt(object: Record<string, unknown>, path: string, steps: readonly string[]): unknown {
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
  if (typeof value !== 'number') return new RowProblem('wrong-type', path, `${path} must be a text or a number; map a value inside it as ${path}.<name>`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return new RowProblem('inexact-number', path, `${path} is a number of too many digits to be read exactly: put it in quotes`);
  }
  return String(value);
}
