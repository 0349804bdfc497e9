import type { RowFormat, SourceRow } from '../reading/source-row.js';
import { RowProblem } from '../row-problem.js';

/** A row as bytes: hashes of its customer and of its group, lengths of the text and of the rest, line, text, rest. */
const headerBytes = 24;

/** A row to be spooled. */
export interface RowRecord {
  readonly hash: number;
  /** Hash of what the rows of one fact have in common; 0 for a row by itself. */
  readonly group: number;
  readonly row: SourceRow;
  /** As JSON: what cannot be derived from the text alone; mostly empty. */
  readonly rest: string;
}

interface Rest {
  readonly cells: readonly string[];
  readonly values?: readonly string[];
  readonly problem: RowProblem | null;
}

export function recordOf(row: SourceRow, { hash, group }: Pick<RowRecord, 'hash' | 'group'>, format: RowFormat): RowRecord {
  const { text, cells, values, problem, isContinued } = row;
  if (problem === null && !isContinued && format.isPlain(text)) return { hash, group, row, rest: '' };
  return { hash, group, row, rest: JSON.stringify({ cells, ...(isContinued && { values }), problem } satisfies Rest) };
}

/** No record needs more: UTF-8 takes at most three bytes for each UTF-16 unit. */
export function mostBytes({ row, rest }: RowRecord): number {
  return headerBytes + 3 * (row.text.length + rest.length);
}

/** Returns where the record ends. */
export function writeRecord({ hash, group, row, rest }: RowRecord, into: Buffer, at: number): number {
  const start = at + headerBytes;
  const textBytes = into.write(row.text, start);
  const restBytes = rest === '' ? 0 : into.write(rest, start + textBytes);
  into.writeUInt32LE(hash, at);
  into.writeUInt32LE(textBytes, at + 4);
  into.writeUInt32LE(restBytes, at + 8);
  into.writeDoubleLE(row.line, at + 12);
  into.writeUInt32LE(group, at + 20);
  return start + textBytes + restBytes;
}

export function readRecord(from: Buffer, at: number, format: RowFormat): SourceRow {
  const start = at + headerBytes;
  const textEnd = start + from.readUInt32LE(at + 4);
  const restEnd = textEnd + from.readUInt32LE(at + 8);
  const line = from.readDoubleLE(at + 12);
  const text = from.toString('utf8', start, textEnd);
  if (restEnd === textEnd) return withValues({ line, text, cells: format.cellsOf(text), problem: null }, format);
  const { cells, values, problem } = JSON.parse(from.toString('utf8', textEnd, restEnd)) as Rest;
  return withValues({ line, text, cells, values, problem: problem && new RowProblem(problem.code, problem.field, problem.reason) }, format);
}

function withValues(row: SourceRow, { valuesOf }: RowFormat): SourceRow {
  return row.problem || row.values || !valuesOf ? row : { ...row, values: valuesOf(row.cells) };
}

/**
 * Offsets of the records of a block: those of one customer one after the other, in the order they were written, and those
 * of one group together at the place of the first.
 */
export function* groupsByCustomer(block: Buffer): Generator<readonly number[]> {
  const keys: number[] = [];
  for (let at = 0; at < block.length; at += headerBytes + block.readUInt32LE(at + 4) + block.readUInt32LE(at + 8)) {
    keys.push((block.readUInt32LE(at) >>> 11) * 2 ** 32 + at);
  }
  const sorted = Float64Array.from(keys).sort();
  for (let start = 0; start < sorted.length; ) {
    const customer = Math.floor((sorted[start] as number) / 2 ** 32);
    const groups = new Map<number, number[]>();
    for (; start < sorted.length && Math.floor((sorted[start] as number) / 2 ** 32) === customer; start += 1) {
      const at = (sorted[start] as number) % 2 ** 32;
      const group = block.readUInt32LE(at + 20);
      const key = group === 0 ? -at - 1 : group;
      const own = groups.get(key);
      if (own) own.push(at);
      else groups.set(key, [at]);
    }
    yield* groups.values();
  }
}
