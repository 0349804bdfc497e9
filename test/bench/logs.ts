import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { appendedLog } from './appended-log.js';
import type { Surroundings } from './benchmark.js';
import { startEngineProcess } from './engine-process.js';
import { cdnowOptions, generatedOptions, type ImportRun, runImport } from './import-run.js';
import { customerIdOf, writePurchasesFile } from './purchases-file.js';

/** A data folder of an engine that has stopped. */
export interface MadeLog {
  readonly what: string;
  readonly data: string;
  readonly customers: number;
  customerId(index: number): string;
}

const CDNOW_CUSTOMERS = 23_570;
const GENERATED_CUSTOMERS = 200_000;
const LARGE_CUSTOMERS = 1_000_000;

/** Logs that several benchmarks share: created on first use, unless an earlier benchmark has left them. */
export class Logs {
  #cdnow: Promise<MadeLog> | null = null;
  #millionRows: Promise<MadeLog> | null = null;
  #millionCustomers: Promise<MadeLog> | null = null;

  readonly #complete = new Set<string>();

  constructor(private readonly surroundings: () => Surroundings) {}

  /** Null if the file is missing. */
  async cdnow(): Promise<MadeLog | null> {
    const surroundings = this.surroundings();
    if (!surroundings.cdnow) return null;
    if (!this.#cdnow) this.keepCdnow(await runImport(surroundings, surroundings.cdnow, cdnowOptions, { readModels: true }));
    return this.#cdnow;
  }

  /** Its read models may be far behind, or missing: see `withReadModels`. */
  async millionRows(): Promise<MadeLog> {
    if (!this.#millionRows) {
      const surroundings = this.surroundings();
      surroundings.say('importing 1,000,000 rows');
      const { path } = await writePurchasesFile(join(surroundings.folder, 'million.csv'), 1_000_000, GENERATED_CUSTOMERS);
      this.keepMillionRows(await runImport(surroundings, path, generatedOptions, { readModels: false }));
    }
    return this.#millionRows!;
  }

  /** Appended to the log directly; an engine then builds the read models. */
  millionCustomers(): Promise<MadeLog> {
    this.#millionCustomers ??= this.#makeMillionCustomers();
    return this.#millionCustomers;
  }

  /** The same log with read models at its head. An engine rebuilds them, which is faster than following a random order. */
  async withReadModels(made: MadeLog): Promise<MadeLog> {
    if (this.#complete.has(made.data)) return made;
    const surroundings = this.surroundings();
    surroundings.say(`building the read models of ${made.what}`);
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(made.data, `read-models.db${suffix}`), { force: true });
    const engine = await startEngineProcess(surroundings, made.data);
    await engine.caughtUp();
    await engine.stop();
    this.#complete.add(made.data);
    return made;
  }

  keepCdnow({ data }: ImportRun): void {
    this.#complete.add(data);
    this.#cdnow = Promise.resolve({ what: 'CDNOW master', data, customers: CDNOW_CUSTOMERS, customerId: (index) => String(index + 1).padStart(5, '0') });
  }

  keepMillionRows({ data }: ImportRun): void {
    this.#millionRows = Promise.resolve({ what: '1,000,000 imported rows', data, customers: GENERATED_CUSTOMERS, customerId: customerIdOf });
  }

  async #makeMillionCustomers(): Promise<MadeLog> {
    const surroundings = this.surroundings();
    const data = join(surroundings.folder, 'million-customers');
    surroundings.say('appending the events of 1,000,000 customers');
    await appendedLog(data, { customers: LARGE_CUSTOMERS, purchasesEach: 3 });
    return { what: '1,000,000 customers', data, customers: LARGE_CUSTOMERS, customerId: customerIdOf };
  }
}
