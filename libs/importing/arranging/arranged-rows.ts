import { diskSentence } from '@tenure/event-log';
import { HashCounts, textHash } from '../hash-counts.js';
import { idText } from '../ids/id-text.js';
import { ImportRefused } from '../import-refused.js';
import type { MappedField } from '../mapping/mapped-field.js';
import { type RowFormat, type SourceRow, valuesOf } from '../reading/source-row.js';
import { RowProblem } from '../row-problem.js';
import type { Arrangement } from './arrangement.js';
import { ContinuedRows, type Grouping, groupHash, groupKey } from './grouping.js';
import { Locality } from './locality.js';
import { groupsByCustomer, readRecord, recordOf } from './row-record.js';
import { RowSpool } from './row-spool.js';

/** Rows that are decided together. */
export interface Portion {
  /** One row each, or the rows of one fact. */
  readonly groups: readonly (readonly SourceRow[])[];
  /** True when no row of an earlier portion comes after a row that is still to come. */
  readonly isInOrder: boolean;
}

/** What determines how the rows of a file are brought together. */
export interface ArrangedFile {
  readonly format: RowFormat;
  readonly mapped: readonly MappedField[];
  /** What rows of one fact have in common; null where each row is a fact. */
  readonly grouping: Grouping | null;
  readonly gathers?: boolean;
}

/**
 * The rows of a file in an order that makes deciding them cheap. A customer's rows stay in the order of the file, which is all
 * that decisions and identities depend on. Where customers are scattered over the file, each would be loaded from the log again
 * for nearly every row: so a window of rows is spooled and handed out customer by customer. With `gathers` the window is the
 * whole file, and all rows of a customer are in one portion. Where several rows may be one fact, the rows of a group come
 * together as well, whether or not they are adjacent in the file.
 */
export async function* arrangedRows(
  chunks: AsyncIterable<SourceRow[]>,
  { format, mapped, grouping, gathers = false }: ArrangedFile,
  customersMet: () => number,
  arrangement: Arrangement,
): AsyncGenerator<Portion> {
  const limits = gathers ? { ...arrangement, windowRows: Number.POSITIVE_INFINITY, windowBytes: Number.POSITIVE_INFINITY } : arrangement;
  const customer = mapped.find(({ field }) => field === 'customer_id')?.index ?? 0;
  const locality = new Locality(customersMet);
  const spool = new RowSpool(limits);
  const continued = grouping && new ContinuedRows(grouping);
  const groupOf = (row: SourceRow): string => (grouping ? groupKey(row, grouping) : '');
  const hashOf = (row: SourceRow): number => textHash(idText(valuesOf(row)[customer] ?? '').toLowerCase());
  const add = (row: SourceRow, hash: number): void => spool.add(recordOf(row, { hash, group: groupHash(groupOf(row)) }, format));
  let scattered = gathers || grouping !== null;
  let held: SourceRow[] = [];
  let earlier: HashCounts | null = null;
  try {
    for await (const read of chunks) {
      const rows = [...held, ...(continued ? read.map((row) => continued.complete(row)) : read)];
      held = [];
      const hashes = Uint32Array.from(rows, hashOf);
      locality.note(hashes);
      if (scattered) {
        const whole = spool.willBeFull(rows.length) ? withoutLastGroup(rows, groupOf) : rows.length;
        held = rows.slice(whole);
        for (let at = 0; at < whole; at += 1) add(rows[at] as SourceRow, hashes[at] as number);
        await spool.stored();
        if (!spool.isFull) {
          // Nothing to decide yet, but a chance to report progress, and for the reader to stop.
          yield { groups: [], isInOrder: true };
          continue;
        }
        if (gathers) throw noRoom(spool.unwritten);
        earlier ??= grouping && new HashCounts();
        yield* spooledRows(spool, format, groupOf, earlier, limits);
        scattered = grouping !== null || locality.isScattered();
      } else {
        yield { groups: rows.map((row) => [row]), isInOrder: true };
        if (locality.rows >= limits.watchedRows) scattered = locality.isScattered();
      }
    }
    for (const row of held) add(row, hashOf(row));
    await spool.stored();
    yield* spooledRows(spool, format, groupOf, earlier, limits);
  } finally {
    await spool.close();
  }
}

/** The rows before the last group, which may continue in the next chunk; all of them if there is no other group. */
function withoutLastGroup(rows: readonly SourceRow[], groupOf: (row: SourceRow) => string): number {
  const last = rows.at(-1);
  const key = last ? groupOf(last) : '';
  if (key === '') return rows.length;
  let end = rows.length;
  while (end > 0 && groupOf(rows[end - 1] as SourceRow) === key) end -= 1;
  return end === 0 ? rows.length : end;
}

/** A customer's rows are decided together, up to this many times the usual number. */
const mostPortions = 64;

async function* spooledRows(
  spool: RowSpool,
  format: RowFormat,
  groupOf: (row: SourceRow) => string,
  earlier: HashCounts | null,
  { partitions, rowsTogether, windowRows }: Arrangement,
): AsyncGenerator<Portion> {
  if (spool.rows === 0) return;
  let groups: (readonly SourceRow[])[] = [];
  let rows = 0;
  let last = -1;
  for (let partition = 0; partition < partitions; partition += 1) {
    for await (const block of spool.blocks(partition, spool.hasGroups)) {
      for (const places of groupsByCustomer(block)) {
        const customer = block.readUInt32LE(places[0] as number);
        if (rows >= rowsTogether && (customer !== last || rows >= rowsTogether * mostPortions)) {
          yield { groups, isInOrder: false };
          groups = [];
          rows = 0;
        }
        const together = places.map((at) => readRecord(block, at, format));
        for (const group of reallyEqual(together, groupOf)) {
          groups.push(isKnown(group, groupOf, earlier) ? group.map((row) => apart(row, windowRows)) : group);
        }
        rows += places.length;
        last = customer;
      }
    }
  }
  if (groups.length > 0) yield { groups, isInOrder: false };
  spool.clear();
  yield { groups: [], isInOrder: true };
}

/** Whether rows of the same group were handed out with an earlier window; remembers those of this one. */
function isKnown(group: readonly SourceRow[], groupOf: (row: SourceRow) => string, earlier: HashCounts | null): boolean {
  const key = earlier ? groupOf(group[0] as SourceRow) : '';
  return key !== '' && (earlier as HashCounts).add(key) > 0;
}

function apart(row: SourceRow, rows: number): SourceRow {
  const reason = `rows of this order lie more than ${rows} rows apart, and the first of them are recorded: sort the file by order`;
  return { ...row, problem: new RowProblem('rows-apart', null, reason) };
}

/** Rows with equal hashes, split by the hashed text. */
function reallyEqual(rows: readonly SourceRow[], groupOf: (row: SourceRow) => string): Iterable<readonly SourceRow[]> {
  if (rows.length === 1) return [rows];
  const groups = new Map<string, SourceRow[]>();
  for (const row of rows) {
    const key = groupOf(row);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return groups.values();
}

function noRoom(unwritten: unknown): ImportRefused {
  if (unwritten instanceof ImportRefused) return unwritten;
  const outcome = 'the rows of each customer could not be brought together';
  const ofDisk = diskSentence(unwritten, 'import it again', outcome);
  return new ImportRefused('no-room', 'file', ofDisk ?? `${outcome} (${String(unwritten)}): give the engine a disk that it can write to, or divide the file`);
}
