import { type Asker, BadQuery } from '@tenure/querying';
import { type ImportLine } from '../import-line.js';
import { type ImportFormat, type ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import { kinds } from '../kinds/index.js';
import { presets } from '../presets/index.js';
import type { ImportThreads } from './import-threads.js';

const FORMATS: readonly ImportFormat[] = ['csv', 'ndjson', 'columns'];

/** An answer shows this much of a rejected row; the line for the errors file has all of it. */
const SHOWN_CHARACTERS = 500;

/** An export format of some program, recognised by its columns. */
export interface ImportPreset {
  readonly name: string;
  readonly kind: string;
  /** Which file of which program. */
  readonly file: string;
  /** The columns that together identify it. */
  readonly columns: readonly string[];
  /** Where the currency comes from. */
  readonly currency: string;
  /** The zone of its times, where the program has a zone of its own. */
  readonly timeZone: string | null;
  readonly notes: string;
}

export interface Importer {
  readonly presets: readonly ImportPreset[];
  /** `purchases`, `customers`, ... */
  readonly kinds: readonly string[];
  /** Throws `BadQuery` (`parameter` is the option) for invalid options, before the first line. */
  import(kind: string, options: Readonly<Record<string, string>>, body: AsyncIterable<Uint8Array>, asker: Asker): AsyncIterable<ImportLine>;
}

/** Files over HTTP: options as text in, lines of progress, refusals and the result out. */
export function importer(threads: ImportThreads, engineTimeZone: string): Importer {
  return {
    kinds: kinds.map(({ name }) => name),
    presets: presets.map(({ name, file, kind, signature, currency, timeZone, notes }) => ({
      name,
      kind,
      file,
      columns: signature,
      currency,
      timeZone: timeZone ?? null,
      notes,
    })),
    async *import(kind, options, body, asker) {
      try {
        for await (const line of threads.import({ ...readOptions(kind, options, asker.key), engineTimeZone }, body, asker)) yield shown(line);
      } catch (error) {
        if (asker.signal.aborted) return;
        if (error instanceof ImportRefused) throw new BadQuery(error.field ?? 'file', error.code, error.message);
        throw error;
      }
    },
  };
}

function shown(line: ImportLine): ImportLine {
  if (line.type !== 'rejected' || line.text.length <= SHOWN_CHARACTERS) return line;
  return { ...line, text: `${line.text.slice(0, SHOWN_CHARACTERS)}…` };
}

function readOptions(kind: string, text: Readonly<Record<string, string>>, actor: string): ImportOptions {
  const { map, preset, where, format, fileName, encoding, sheet, skipLines, delimiter, header, dateFormat, timeZone, decimal, currency, dryRun } = text;
  return {
    kind,
    actor,
    fileName,
    encoding,
    sheet,
    skipLines: skipLines === undefined ? undefined : wholeNumber('skipLines', skipLines),
    format: format === undefined ? undefined : choice('format', format, FORMATS),
    map: map === undefined ? undefined : readMap(map),
    preset,
    where: where === undefined ? undefined : readConditions(where),
    delimiter: delimiter === 'tab' ? '\t' : delimiter,
    header: header === undefined ? undefined : choice('header', header, ['true', 'false']) === 'true',
    dateFormat,
    timeZone,
    decimal: decimal === undefined ? undefined : choice<'.' | ','>('decimal', decimal, ['.', ',']),
    currency,
    dryRun: dryRun !== undefined && choice('dryRun', dryRun, ['true', 'false']) === 'true',
  };
}

/** `customer_id=1,occurred_at=date`, or the same as a JSON object where a column's name has a comma or an equals sign. */
function readMap(text: string): Record<string, string | number> {
  const pairs = /^\s*\{/.test(text) ? Object.entries(readJson('map', text)) : text.split(',').map((pair) => split(pair));
  return Object.fromEntries(pairs.map(([field, column]) => [field, /^\d+$/.test(String(column)) ? Number(column) : String(column)]));
}

/** `Status=paid`, or several as a JSON array of such texts. */
function readConditions(text: string): string[] {
  if (!text.trimStart().startsWith('[')) return [text];
  const conditions = Object.values(readJson('where', text));
  if (conditions.every((condition) => typeof condition === 'string')) return conditions;
  throw new BadQuery('where', 'bad-condition', 'Every condition must be a text. Write ["Status=paid", "Country!=US"].');
}

function readJson(option: string, text: string): Record<string, unknown> {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
  } catch {
    throw new BadQuery(option, 'not-json', `${option} is not valid JSON. Write ${option === 'map' ? '{"field": "column", ...}' : '["Column=value", ...]'}.`);
  }
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1 || at === pair.length - 1)
    throw new BadQuery('map', 'bad-mapping', `"${pair}" is not a mapping. Write field=column, several with a comma between: customer_id=1,amount=4.`);
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

function wholeNumber(option: string, value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new BadQuery(option, 'not-a-number', `"${value}" is no number of lines. Give a whole number, e.g. ${option}=3.`);
  return Number(value);
}

function choice<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new BadQuery(option, 'not-allowed', `"${value}" is not allowed for ${option}. Use ${allowed.join(' or ')}.`);
  return found;
}
