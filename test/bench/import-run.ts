import { createReadStream, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Schemas } from '@tenure/client';
import type { Surroundings } from './benchmark.js';
import { startEngineProcess } from './engine-process.js';

export interface ImportRun {
  /** The data folder of an engine that has stopped. */
  readonly data: string;
  readonly rows: number;
  readonly customers: number;
  readonly events: number;
  /** From the first byte sent to the result: every row durable. */
  readonly importSeconds: number;
  /** From the first byte sent until the last read model has taken everything in; null if that was not waited for. */
  readonly readModelSeconds: number | null;
  /** Of the engine's process, in MB, up to the end of the run. */
  readonly peakMemory: number | null;
}

export const cdnowOptions = { format: 'columns', map: 'customer_id=1,occurred_at=2,quantity=3,amount=4', dateFormat: 'yyyyMMdd', currency: 'USD' };
export const generatedOptions = { currency: 'USD' };

let runs = 0;

/** Imports a file of purchases into a new engine, as `tenure import` does, and waits for the read models on request. */
export async function runImport(
  surroundings: Surroundings,
  path: string,
  options: Readonly<Record<string, string>>,
  { readModels }: { readonly readModels: boolean },
): Promise<ImportRun> {
  runs += 1;
  const data = join(surroundings.folder, `import-${runs}`);
  const engine = await startEngineProcess(surroundings, data);
  try {
    const started = performance.now();
    const secondsSince = () => (performance.now() - started) / 1000;
    const body = createReadStream(path, { highWaterMark: 1 << 18 });
    const upload = { body, contentType: 'application/octet-stream' };
    let result: Schemas['ImportResult'] | null = null;
    for await (const line of engine.client.upload('/v1/imports/{kind}', upload, {
      path: { kind: 'purchases' },
      query: { ...options, fileName: basename(path) },
    })) {
      if (line.type === 'rejected') throw new Error(`A row of ${path} was rejected: ${JSON.stringify(line)}`);
      if (line.type === 'result') result = line;
    }
    if (!result) throw new Error(`The import of ${path} (${statSync(path).size} bytes) gave no result.`);
    const importSeconds = secondsSince();
    if (readModels) await engine.caughtUp();
    const readModelSeconds = readModels ? secondsSince() : null;
    const { log } = await engine.status();
    const { accepted: rows, customers } = result;
    return { data, rows, customers, events: log.events!, importSeconds, readModelSeconds, peakMemory: engine.peakMemory() };
  } finally {
    await engine.stop();
  }
}
