import { parse } from 'csv-parse/sync';
import { RowProblem } from '../row-problem.js';
import { brokenRow, mostCells, type RowFormat, type RowReader, type SourceRow, tooManyCells } from './source-row.js';
import { longestLine, type TextLine } from './text-lines.js';

/** A quote that is still open after this many lines is a typing error: its line is rejected and the next ones are read. */
const mostLinesOfARecord = 500;
const quote = '"';

interface QuotedRecord {
  readonly at: number;
  readonly text: string;
  readonly lines: readonly TextLine[];
}

/** What the header says about the rows below it. */
export interface TableShape {
  /** The number of cells of a row, or null without a header. */
  readonly width: number | null;
  /** The number of cells that every row needs, and the name of the last of them. */
  readonly needed: number;
  readonly named: string;
  /** Where columns with the reasons of an earlier import end, if there are any: cells after them had no column then. */
  readonly notesEnd?: number;
}

export function csvRows(delimiter: string, shape: TableShape | null): RowFormat {
  return {
    reader: () => new CsvRows(delimiter, shape),
    isPlain: (text) => !text.includes(quote),
    cellsOf: (text) => text.split(delimiter),
  };
}

/**
 * CSV as in RFC 4180. A line without a quote is split directly; lines with quotes go to csv-parse, a block of records at a time.
 * So one broken row costs that row and not the rest of the file.
 */
export class CsvRows implements RowReader {
  #open: readonly TextLine[] = [];
  /** `="0123"`, which makes Excel keep a text unchanged. */
  readonly #asText: RegExp;

  constructor(
    private readonly delimiter: string,
    private readonly shape: TableShape | null,
  ) {
    const separator = delimiter.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
    this.#asText = new RegExp(`(^|${separator})="((?:[^"]|"")*)"(?=${separator}|$)`, 'gm');
  }

  read(lines: readonly TextLine[], last: boolean): SourceRow[] {
    return this.#readAll(this.#open.length > 0 ? [...this.#open, ...lines] : lines, last);
  }

  #readAll(lines: readonly TextLine[], last: boolean): SourceRow[] {
    const rows: (SourceRow | null)[] = [];
    const quoted: QuotedRecord[] = [];
    this.#open = [];
    for (let at = 0; at < lines.length; ) {
      const line = lines[at] as TextLine;
      if (line.problem || !line.text.includes(quote)) {
        if (line.problem) rows.push(brokenRow(line, line.problem));
        else if (!this.#isBlank(line.text)) rows.push(this.#row(line, line.text, line.text.split(this.delimiter)));
        at += 1;
        continue;
      }
      const end = endOfRecord(lines, at);
      if (end === 'open' && !last) {
        this.#open = lines.slice(at);
        break;
      }
      if (typeof end !== 'number') {
        rows.push(brokenRow(line, neverClosed()));
        at += 1;
        continue;
      }
      const own = lines.slice(at, end);
      quoted.push({ at: rows.length, text: own.length === 1 ? line.text : own.map(({ text }) => text).join('\n'), lines: own });
      rows.push(null);
      at = end;
    }
    return quoted.length === 0 ? (rows as SourceRow[]) : this.#withQuoted(rows, quoted);
  }

  /** Nothing but delimiters: what a spreadsheet program saves for emptied rows. */
  #isBlank(text: string): boolean {
    const first = text.charAt(0);
    return (first === '' || first === this.delimiter || first.trim() === '') && text.split(this.delimiter).every((cell) => cell.trim() === '');
  }

  #withQuoted(rows: (SourceRow | null)[], quoted: readonly QuotedRecord[]): SourceRow[] {
    const together = this.#parse(quoted.map(({ text }) => text).join('\n'));
    const found = together?.length === quoted.length ? together : null;
    const parsed = new Map(quoted.map((record, index) => [record.at, this.#quotedRows(record, found?.[index] ?? this.#parse(record.text)?.[0])]));
    return rows.flatMap((row, at) => row ?? parsed.get(at) ?? []);
  }

  /** If several lines make no valid record together, the first counts as broken and each other line is read by itself. */
  #quotedRows({ text, lines }: QuotedRecord, cells: string[] | undefined): SourceRow[] {
    const first = lines[0] as TextLine;
    const row = cells ? this.#row(first, text, cells) : { line: first.number, text, cells: [], problem: strayQuote() };
    const problem = lines.find((line) => line.problem)?.problem;
    if (!row.problem && !problem) return [row];
    if (lines.length === 1) return [row];
    if (problem) return [{ ...row, problem }];
    const open = this.#open;
    const rest = this.#readAll(lines.slice(1), true);
    this.#open = open;
    return [brokenRow(first, neverClosed()), ...rest];
  }

  #row(line: TextLine, text: string, cells: readonly string[]): SourceRow {
    if (cells.length > mostCells) return tooManyCells(line, cells.length);
    return { line: line.number, text, cells, problem: this.shape && wrongWidth(cells, this.shape) };
  }

  #parse(text: string): string[][] | null {
    const options = { delimiter: this.delimiter, relax_column_count: true };
    try {
      if (!text.includes('="')) return parse(text, options);
      const rows: string[][] = parse(text.replace(this.#asText, '$1"$2"'), options);
      return rows.map((cells) => cells.map((cell) => /^="(.*)"$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell));
    } catch {
      return null;
    }
  }
}

/** The line after the record, `'open'` when its quotes do not close within the given lines, `'never'` when they are open too long. */
function endOfRecord(lines: readonly TextLine[], start: number): number | 'open' | 'never' {
  let open = false;
  let length = 0;
  for (let at = start; at < lines.length; at += 1) {
    const { text } = lines[at] as TextLine;
    if (hasOddQuotes(text)) open = !open;
    if (!open) return at + 1;
    length += text.length;
    if (at - start >= mostLinesOfARecord || length > longestLine) return 'never';
  }
  return 'open';
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) odd = !odd;
  return odd;
}

function neverClosed(): RowProblem {
  return new RowProblem('unclosed-quote', null, 'a quote is opened and not closed: put the value in quotes and double the quotes inside it, "5"" disc"');
}

function strayQuote(): RowProblem {
  return new RowProblem('stray-quote', null, 'a quote stands inside a value: put the value in quotes and double the quotes inside it, "5"" disc"');
}

/** Missing cells at the end of a row are empty; a row may be shorter if only optional cells are missing. */
function wrongWidth(cells: readonly string[], { width, needed, named, notesEnd }: TableShape): RowProblem | null {
  if (width === null) return null;
  if (cells.length < needed) {
    const reason = `the row has ${cells.length} columns and ends before ${named}, column ${needed} of ${width}: add what is missing; only empty cells at the end may be left out`;
    return new RowProblem('wrong-column-count', named, reason);
  }
  const surplus = notesEnd ?? width;
  if (cells.length <= surplus || cells.slice(surplus).every((cell) => cell.trim() === '')) return null;
  if (notesEnd !== undefined)
    return new RowProblem('wrong-column-count', null, 'something stands behind the reasons: move it to the column it belongs to, or delete it');
  return new RowProblem(
    'wrong-column-count',
    null,
    `the row has ${cells.length} columns, the header names ${width}: put a value that contains the delimiter in quotes`,
  );
}
