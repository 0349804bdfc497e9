import { fileURLToPath } from 'node:url';
import type { CommandProcessor } from '@tenure/commanding';
import { LogRefused, LogUnavailable, StreamDamaged } from '@tenure/event-log';
import { LogSecretMissing } from '@tenure/log-secret';
import { type Asker, FairQueue, Unavailable } from '@tenure/querying';
import { Thread, ThreadLost, type ThreadState } from '@tenure/threads';
import { VaultUnavailable } from '@tenure/vault';
import { type ImportLine } from '../import-line.js';
import { type ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import { SharedDiskBudget } from '../spooling/disk-budget.js';
import { commandsForThread } from './commands-for-thread.js';
import type { ImportJob } from './import-job.js';

export interface ImportThreadsOptions {
  /** The disk space that files of imports may use together, unpacked (`TENURE_IMPORT_MEGABYTES`). */
  readonly megabytes: number;
  /** The folder of spooled files. */
  readonly folder: string;
  /** How long an idle thread is kept for the next import, in milliseconds; 0 ends it with its import. Default: 20 s. */
  readonly keptMs?: number;
}

const ERRORS = [ImportRefused, LogUnavailable, LogRefused, StreamDamaged, LogSecretMissing, VaultUnavailable, Unavailable];
const FILE = fileURLToPath(new URL('./import.worker.js', import.meta.url));

const AT_ONCE = 3;
const IMPORTS = { of: 'imports', atOnce: AT_ONCE, atOncePerKey: 2, waitingPerKey: 8, waiting: 32 };
/** A million rows take some 150 MB. A file that needs more ends its own import and nothing else. */
const HEAP_MEGABYTES = 512;
const KEPT_MS = 20_000;

/** A slot in which one import runs at a time, in one thread after another. */
interface Place {
  readonly number: number;
  readonly budget: SharedDiskBudget;
  runs: boolean;
  /** How many threads ended by themselves. */
  ends: number;
  lastEnd: string | null;
  /** Consecutive failed starts. */
  failedStarts: number;
}

/** Files are read and their rows planned in threads, each import in one of its own; all share one disk budget. */
export class ImportThreads {
  readonly #queue = new FairQueue(IMPORTS);
  readonly #memory = SharedDiskBudget.memoryFor(AT_ONCE);
  readonly #places: readonly Place[];
  readonly #free: Place[];
  #idle: { readonly thread: Thread; readonly end: NodeJS.Timeout } | null = null;

  constructor(
    private readonly commands: CommandProcessor,
    private readonly options: ImportThreadsOptions,
  ) {
    this.#places = Array.from({ length: AT_ONCE }, (_, number) => ({
      number,
      budget: new SharedDiskBudget(this.#memory, number, this.#bytes),
      runs: false,
      ends: 0,
      lastEnd: null,
      failedStarts: 0,
    }));
    this.#free = [...this.#places];
  }

  /** One for each import that may run at the same time; a thread that ended is restarted with the next import. */
  get states(): ThreadState[] {
    return this.#places.map(({ number, runs, ends, lastEnd, failedStarts }) => ({
      name: `import-${number + 1}`,
      state: runs ? 'running' : 'idle',
      restarts: ends,
      lastEnd,
      failedStarts,
    }));
  }

  /** @throws ImportRefused, also where the file needs more memory than an import may take; TooMany, Unavailable; whatever commands throw */
  async *import(options: ImportOptions, body: AsyncIterable<Uint8Array>, asker: Asker): AsyncGenerator<ImportLine> {
    const lines = this.#admitted(options, body, asker);
    // Also where the lines are never read, or not to their end.
    asker.signal.addEventListener('abort', () => void lines.return(undefined).catch(() => undefined), { once: true });
    yield* lines;
  }

  async *#admitted(options: ImportOptions, body: AsyncIterable<Uint8Array>, asker: Asker): AsyncGenerator<ImportLine> {
    const leave = await this.#queue.enter(asker);
    const place = this.#free.shift()!;
    try {
      yield* this.#run(options, body, place, asker.signal);
    } finally {
      place.budget.empty();
      this.#free.unshift(place);
      leave();
    }
  }

  async close(): Promise<void> {
    await this.#takeIdle()?.end();
  }

  async *#run(options: ImportOptions, body: AsyncIterable<Uint8Array>, place: Place, signal: AbortSignal): AsyncGenerator<ImportLine> {
    const { secret } = this.commands;
    const job: ImportJob = {
      options,
      secret: { material: (await secret.keyed()).forThread(), isKeyedThroughout: await secret.isKeyedThroughout() },
      folder: this.options.folder,
      inputBytes: this.#bytes,
      budget: { memory: this.#memory, place: place.number, bytes: this.#bytes },
    };
    const pieces = body[Symbol.asyncIterator]();
    const answers = { ...commandsForThread(this.commands), body: () => nextPiece(pieces) };
    const thread = this.#takeIdle() ?? (await this.#start(place));
    let isDone = false;
    try {
      place.runs = true;
      yield* thread.rows<ImportLine>('import', job, { signal, answers });
      isDone = true;
    } catch (error) {
      if (error instanceof ThreadLost) throw this.#ended(place, error);
      isDone = !signal.aborted;
      throw error;
    } finally {
      place.runs = false;
      pieces.return?.()?.catch(() => undefined); // a broken body was reported above
      if (isDone) this.#keep(thread);
      else await thread.end();
    }
  }

  async #start(place: Place): Promise<Thread> {
    try {
      const thread = await Thread.start({ file: FILE, name: 'import', workerData: null, errors: ERRORS, heapMegabytes: HEAP_MEGABYTES });
      place.failedStarts = 0;
      return thread;
    } catch (error) {
      place.failedStarts += 1;
      throw this.#ended(place, new ThreadLost('import', error as Error));
    }
  }

  #ended(place: Place, lost: ThreadLost): ImportRefused {
    place.ends += 1;
    place.lastEnd = lost.message;
    return refusalOf(lost);
  }

  #takeIdle(): Thread | null {
    const idle = this.#idle;
    this.#idle = null;
    clearTimeout(idle?.end);
    return idle?.thread ?? null;
  }

  #keep(thread: Thread): void {
    const { keptMs = KEPT_MS } = this.options;
    if (this.#idle || keptMs === 0) void thread.end();
    else this.#idle = { thread, end: setTimeout(() => void this.#takeIdle()?.end(), keptMs).unref() };
  }

  get #bytes(): number {
    return this.options.megabytes * (1 << 20);
  }
}

/** A copy: a piece from a connection is part of a larger buffer, which would be sent as a whole. */
async function nextPiece(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> {
  const { value, done } = await pieces.next();
  return done ? null : new Uint8Array(value);
}

function refusalOf({ message, outOfMemory }: ThreadLost): ImportRefused {
  if (!outOfMemory) return new ImportRefused('import-ended', 'file', `${message} What was recorded before stays; import the file again, nothing doubles`);
  const remedy = 'look for lines or cells that are far too long, or divide the file; what was recorded before stays, and nothing doubles';
  return new ImportRefused('needs-too-much-memory', 'file', `the file needs more memory than an import may take (${HEAP_MEGABYTES} MiB): ${remedy}`);
}
