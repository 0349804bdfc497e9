import { downloadExport, type Exportable, type Query, type Schemas, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { fromOption, presentOption, timezoneOption, toOption, weekStartOption } from './calendar-options.js';
import { ExportFile } from './export/export-file.js';
import { fresh } from './fresh.js';
import { factsOf } from './output/table.js';
import { visible } from './output/visible.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type ExportManifest = Schemas['ExportManifest'];

type Options = Query<'/v1/export/{readModel}'> & { readonly out?: string };

/** Read models, and the exports of the log itself. */
const exportNames: readonly Exportable[] = words['/v1/export/{readModel}'].readModel;

export const exportVerb: Verb<Options> = {
  name: 'export',
  arguments: '<read-model>',
  summary: `all of one kind as rows (${exportNames.join(', ')})`,
  examples: [
    'tenure export retention --format csv --out retention.csv',
    'tenure export customer-file --out customers.ndjson',
    'tenure export purchases --from 2026-01 --to 2026-03 --timezone Europe/Berlin --out purchases.csv --bom',
    'tenure export churn-likelihood --format csv --raw > churn.csv',
  ],
  notes: [
    'With --out, FILE.manifest.json beside the file holds rows, SHA-256, position and definition; it is written once the file has been proved whole.',
    'A download that was cut short leaves no file and exits 1. With --json, stdout carries the manifest and --out is needed.',
    'CSV is for people: a text that a spreadsheet would run as a formula gets an apostrophe in front. Programs want --raw.',
    '--timezone, --from, --to and --present go with retention, lifecycle, complaints and purchases as tenure definitions NAME says.',
  ],
  options: [
    wordOption('--format <format>', 'default: by the name of --out, else ndjson', words['/v1/export/{readModel}'].format),
    new Option('--out <file>', 'where to write it (default: stdout)'),
    timezoneOption,
    weekStartOption,
    fromOption,
    toOption,
    presentOption,
    asAtOption,
    new Option('--raw', 'CSV cells as they are, for programs'),
    new Option('--bom', 'CSV with a byte order mark, by which spreadsheets know UTF-8'),
  ],
  async run(session: Session, [readModelText], { format, out, ...parameters }) {
    const readModel = oneOf(textOf(readModelText), exportNames, 'What to export');
    if (session.json && out === undefined) throw new WrongUsage('With --json stdout carries the manifest: say where the rows go with --out FILE.');
    const wanted = format ?? (out?.toLowerCase().endsWith('.csv') ? 'csv' : 'ndjson');
    const download = (write: (chunk: Buffer) => Promise<void>): Promise<ExportManifest> =>
      fresh(session, (client, freshness) => downloadExport(client, { readModel, format: wanted, write, parameters: { ...parameters, ...freshness } }));
    if (out === undefined) {
      const manifest = await download(toStdout());
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

/** Whole and byte for byte into a file or a pipe; on a terminal, control characters are shown instead of obeyed. */
function toStdout(): (chunk: Buffer) => Promise<void> {
  const decoder = new TextDecoder();
  const shown = (chunk: Buffer) => (process.stdout.isTTY ? visible(decoder.decode(chunk, { stream: true })) : chunk);
  return (chunk) => written(shown(chunk));
}

function written(chunk: Buffer | string): Promise<void> {
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
