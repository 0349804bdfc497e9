import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ImportRefused } from '../../import-refused.js';

export interface WorkbookJob {
  readonly bytes: Uint8Array;
  readonly sheet: string | undefined;
}

interface CellNotice {
  readonly cells: number;
  readonly example: string;
}

/** The sheet that was read and what its reader noticed. */
export interface ReadSheet {
  readonly sheet: string;
  /** Names of the other sheets that are not hidden. */
  readonly others: readonly string[];
  /** Whole numbers with more digits than Excel keeps. */
  readonly lostDigits: CellNotice | null;
  /** Cells such as #N/A, which count as empty. */
  readonly errors: CellNotice | null;
}

export type FromWorkbook =
  | { readonly is: 'rows'; readonly lines: string }
  | ({ readonly is: 'end' } & ReadSheet)
  | { readonly is: 'refused'; readonly code: string; readonly field: string; readonly reason: string };

/** 100,000 rows of ten columns take some 250 MB. */
const mostMegabytes = 1536;

/**
 * Reads one sheet of a workbook in a thread with a heap of its own: neither a long sheet nor a malicious one blocks or ends
 * the engine. `take` receives lines of JSON arrays, one a row. @throws ImportRefused
 */
export async function readWorkbook(job: WorkbookJob, take: (lines: Buffer) => Promise<void>): Promise<ReadSheet> {
  const worker = new Worker(new URL('./workbook.worker.js', import.meta.url), {
    name: 'workbook',
    workerData: job,
    transferList: [job.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  const ended = once(worker, 'exit');
  try {
    return await answerOf(worker, take);
  } finally {
    await worker.terminate();
    await ended;
  }
}

function answerOf(worker: Worker, take: (lines: Buffer) => Promise<void>): Promise<ReadSheet> {
  return new Promise((resolve, reject) => {
    let taken = Promise.resolve();
    let isOver = false;
    worker.on('message', (message: FromWorkbook) => {
      isOver = message.is !== 'rows';
      if (message.is === 'rows') taken = taken.then(() => take(Buffer.from(message.lines)));
      else if (message.is === 'refused') reject(new ImportRefused(message.code, message.field, message.reason));
      else {
        const { is: _, ...sheet } = message;
        taken.then(() => resolve(sheet), reject);
      }
      taken.catch(reject);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error));
    worker.on('exit', () => {
      if (!isOver) reject(tooLarge());
    });
  });
}

function tooLarge(): ImportRefused {
  return new ImportRefused('workbook-too-large', 'file', 'the workbook needs more memory than an import may take: save the sheet as CSV and import that');
}
