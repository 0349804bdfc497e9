import { type Schemas, Unreachable } from '@tenure/client';
import { progressBar } from '../output/progress.js';
import { grouped } from '../output/table.js';
import { Interrupted, Refused } from '../wrong-usage.js';

export type ImportAnswerLine = Schemas['ImportLine'];
export type ImportResult = Omit<Schemas['ImportResult'], 'type'>;

/** Where rejected rows go. */
export interface RejectedRows {
  /** The file that they were written to; null where there is none. */
  readonly path: string | null;
  begin(format: string, header: string | null): void;
  add(row: Schemas['ImportRejection']): Promise<void>;
  close(): Promise<void>;
}

export interface ImportRun {
  /** Bytes of the input; 0 when not known. */
  readonly total: number;
  readonly rejected: RejectedRows;
  /** Called with what the engine says of the file before it imports it. */
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
  /** What becomes of the rows that were read before the import was cut short, as a sentence. */
  readonly goesOn?: string;
}

const recorded = 'What was read is recorded; run the same import again and it goes on where it stopped.';

/** Reads the lines of the engine up to its result; shows progress and writes rejected rows to their file. */
export async function followImport(
  lines: AsyncIterable<ImportAnswerLine>,
  { total, rejected, note, signal, goesOn = recorded }: ImportRun,
): Promise<ImportResult> {
  const progress = await progressBar(total);
  const started = performance.now();
  progress.update(0, 'reading the file');
  let result: ImportResult | null = null;
  try {
    for await (const line of lines) {
      if (line.type === 'source') {
        rejected.begin(line.format, line.errorsHeader);
        for (const each of line.notes) note(`The file: ${each}.`);
        if (line.unusedColumns.length > 0) note(`Columns that are not used: ${line.unusedColumns.join(', ')}.`);
      } else if (line.type === 'rejected') await rejected.add(line);
      else if (line.type === 'progress') progress.update(line.bytes, wordsOf(line, started));
      else if (line.type === 'failed') throw new Refused(`The import was cut short: ${line.problem.detail} ${goesOn}`);
      else result = withoutType(line);
    }
  } catch (error) {
    if (signal.aborted) throw new Interrupted(`Stopped. ${goesOn}`);
    if (error instanceof Unreachable && error.reason === 'cut-short') throw new Refused(`The import was cut short: ${error.message} ${goesOn}`);
    throw error;
  } finally {
    progress.stop();
    await rejected.close();
  }
  if (result === null) throw new Refused(`The import was cut short: the engine ended without a result. ${goesOn}`);
  return { ...result, errorsFile: rejected.path };
}

function wordsOf({ rows, rejected }: { readonly rows: number; readonly rejected: number }, started: number): string {
  const perSecond = Math.round(rows / Math.max(0.001, (performance.now() - started) / 1000));
  return `${grouped(rows)} rows, ${grouped(perSecond)} rows/s${rejected > 0 ? `, ${grouped(rejected)} rejected` : ''}`;
}

function withoutType({ type: _, ...result }: { readonly type: 'result' } & ImportResult): ImportResult {
  return result;
}
