import { downloadExport, type ExportManifest } from '@tenure/client';
import { Option } from 'commander';
import { ExportFile } from './export/export-file.js';
import { fresh } from './fresh.js';
import { factsOf } from './output/table.js';
import { readModels } from './read-models.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

interface Options {
  readonly format?: 'csv' | 'ndjson';
  readonly out?: string;
}

export const exportVerb: Verb<Options> = {
  name: 'export',
  arguments: '<read-model>',
  summary: `a whole read model as rows (${readModels.join(', ')})`,
  examples: [
    'tenure export retention --format csv --out retention.csv',
    'tenure export customer-file --out customers.ndjson',
    'tenure export churn-likelihood --format csv > churn.csv',
  ],
  notes: [
    'With --out, FILE.manifest.json beside the file holds rows, SHA-256, position and definition; it is written once the file has been proved whole.',
    'A download that was cut short leaves no file and exits 1. With --json, stdout carries the manifest and --out is needed.',
  ],
  options: [
    wordOption('--format <format>', 'default: by the name of --out, else ndjson', ['csv', 'ndjson']),
    new Option('--out <file>', 'where to write it (default: stdout)'),
  ],
  async run(session: Session, [readModelText], { format, out }) {
    const readModel = oneOf(textOf(readModelText), readModels, 'The read model');
    if (session.json && out === undefined) throw new WrongUsage('With --json stdout carries the manifest: say where the rows go with --out FILE.');
    const wanted = format ?? (out?.toLowerCase().endsWith('.csv') ? 'csv' : 'ndjson');
    const download = (write: (chunk: Buffer) => Promise<void>): Promise<ExportManifest> =>
      fresh(session, (client, freshness) => downloadExport(client, { readModel, format: wanted, write, freshness }));
    if (out === undefined) {
      const manifest = await download(writeToStdout);
      session.output.hint(`${manifest.rows} rows, whole; SHA-256 ${manifest.sha256}, position ${manifest.asOf.position}.`);
      return;
    }
    const file = await ExportFile.create(out);
    let manifest: ExportManifest;
    try {
      manifest = await download((chunk) => file.write(chunk));
      await file.keep(manifest);
    } catch (error) {
      await file.discard();
      throw error;
    }
    session.output.answer(manifest, (kept) => manifestText(kept, file));
  },
};

function writeToStdout(chunk: Buffer): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(chunk, (error) => (error ? failed(error) : done()));
  });
}

function manifestText({ rows, sha256, asOf, definition, bytes }: ExportManifest, { path, manifestPath }: ExportFile): string {
  return factsOf([
    ['file', path],
    ['rows', rows],
    ['bytes', bytes],
    ['SHA-256', sha256],
    ['position', asOf.position],
    ['definition', definition],
    ['manifest', manifestPath],
  ]);
}
