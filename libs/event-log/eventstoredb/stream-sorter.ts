import { mergeSorted } from './merge-sorted.js';
import { RunFile } from './run-file.js';
import { compareLines, parseLine, type SpillLine } from './spill-line.js';

/** At most this many files are open per level; a full level becomes one run of the next. */
const FAN_IN = 64;
/** What an element in memory costs in addition to its text. */
const OVERHEAD_BYTES = 120;

/** External merge sort: sorts what fits into `bytes` of memory, writes it to disk as a run, and merges the runs at the end. */
export class StreamSorter {
  #lines: SpillLine[] = [];
  #held = 0;
  readonly #levels: RunFile[][] = [];

  constructor(
    private readonly folder: string,
    private readonly bytes: number,
  ) {}

  async add(line: SpillLine): Promise<void> {
    this.#lines.push(line);
    this.#held += line.text.length + OVERHEAD_BYTES;
    if (this.#held < this.bytes) return;
    const lines = this.#takeSorted();
    await this.#keep(0, lines);
  }

  sorted(): AsyncGenerator<SpillLine> {
    return mergeSorted([...this.#levels.flat().map(linesOf), this.#takeSorted()], compareLines);
  }

  async close(): Promise<void> {
    await Promise.all(this.#levels.flat().map((run) => run.close()));
    this.#levels.length = 0;
    this.#lines = [];
  }

  async #keep(level: number, lines: Iterable<SpillLine> | AsyncIterable<SpillLine>): Promise<void> {
    const run = await RunFile.create(this.folder);
    this.#levels[level] ??= [];
    this.#levels[level].push(run);
    await run.write(textsOf(lines));
    const runs = this.#levels[level];
    if (runs.length < FAN_IN) return;
    await this.#keep(level + 1, mergeSorted(runs.map(linesOf), compareLines));
    this.#levels[level] = [];
    await Promise.all(runs.map((each) => each.close()));
  }

  #takeSorted(): SpillLine[] {
    const lines = this.#lines.sort(compareLines);
    this.#lines = [];
    this.#held = 0;
    return lines;
  }
}

async function* linesOf(run: RunFile): AsyncGenerator<SpillLine> {
  for await (const text of run.lines()) yield parseLine(text);
}

async function* textsOf(lines: Iterable<SpillLine> | AsyncIterable<SpillLine>): AsyncGenerator<string> {
  for await (const { text } of lines) yield text;
}
