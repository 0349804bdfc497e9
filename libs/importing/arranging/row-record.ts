import type { RowFormat, SourceRow } from '../reading/source-row.js';
import { RowProblem } from '../row-problem.js';

/** A row as bytes: hash of its customer, length of the text, length of the rest, line, text, rest. */
const headerBytes = 20;

/** A row on its way into a spool. */
export interface RowRecord {
  readonly hash: number;
  readonly row: SourceRow;
  /** As JSON what the text alone does not tell; mostly empty. */
  readonly rest: string;
}

interface Rest {
  readonly cells: readonly string[];
  readonly problem: RowProblem | null;
}

export function recordOf(row: SourceRow, hash: number, format: RowFormat): RowRecord {
  const { text, cells, problem } = row;
  return { hash, row, rest: problem === null && format.isPlain(text) ? '' : JSON.stringify({ cells, problem } satisfies Rest) };
}

/** No record needs more: UTF-8 takes at most three bytes for each UTF-16 unit. */
export function mostBytes({ row, rest }: RowRecord): number {
  return headerBytes + 3 * (row.text.length + rest.length);
}

/** Returns where the record ends. */
export function writeRecord({ hash, row, rest }: RowRecord, into: Buffer, at: number): number {
  const start = at + headerBytes;
  const textBytes = into.write(row.text, start);
  const restBytes = rest === '' ? 0 : into.write(rest, start + textBytes);
  into.writeUInt32LE(hash, at);
  into.writeUInt32LE(textBytes, at + 4);
  into.writeUInt32LE(restBytes, at + 8);
  into.writeDoubleLE(row.line, at + 12);
  return start + textBytes + restBytes;
}

export function readRecord(from: Buffer, at: number, format: RowFormat): SourceRow {
  const start = at + headerBytes;
  const textEnd = start + from.readUInt32LE(at + 4);
  const restEnd = textEnd + from.readUInt32LE(at + 8);
  const line = from.readDoubleLE(at + 12);
  const text = from.toString('utf8', start, textEnd);
  if (restEnd === textEnd) return { line, text, cells: format.cellsOf(text), problem: null };
  const { cells, problem } = JSON.parse(from.toString('utf8', textEnd, restEnd)) as Rest;
  return { line, text, cells, problem: problem && new RowProblem(problem.code, problem.field, problem.reason) };
}

/** Where the records of a block begin, those of one customer one after the other and in the order they were written. */
export function* placesByCustomer(block: Buffer): Generator<number> {
  const keys: number[] = [];
  for (let at = 0; at < block.length; at += headerBytes + block.readUInt32LE(at + 4) + block.readUInt32LE(at + 8)) {
    keys.push((block.readUInt32LE(at) >>> 11) * 2 ** 32 + at);
  }
  for (const key of Float64Array.from(keys).sort()) yield key % 2 ** 32;
}
