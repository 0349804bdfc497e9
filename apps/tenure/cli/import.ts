import { type Query, type Schemas, words } from '@tenure/client';
import { Option } from 'commander';
import { ErrorsFile } from './import/errors-file.js';
import { followImport, type ImportResult } from './import/follow-import.js';
import { openInput } from './import/input.js';
import { mapParameter, readMapping } from './import/mapping.js';
import { resultText } from './import/result-text.js';
import { factsOf } from './output/table.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type ImportPreset = Schemas['ImportPreset'];

const { kind: kinds } = words['/v1/imports/{kind}'];

type Options = Omit<Query<'/v1/imports/{kind}', 'post'>, 'map' | 'where'> & {
  readonly map?: string;
  readonly mapping?: string;
  readonly presets?: boolean;
  readonly where?: readonly string[];
  readonly errors?: string;
};

export const importVerb: Verb<Options> = {
  name: 'import',
  makesData: true,
  arguments: '[kind] [file]',
  summary: `bring in a file of ${kinds.join(', ')}`,
  examples: [
    'tenure import purchases orders.csv --currency USD',
    'tenure import purchases orders_export.csv',
    'tenure import purchases all.csv --where "Financial Status=paid,refunded" --where "Country!=US"',
    'tenure import --presets',
    'tenure import purchases CDNOW_master.txt --format columns --map customer_id=1,occurred_at=2,quantity=3,amount=4 --date-format yyyyMMdd --currency USD',
    'tenure import customers people.csv --map customer_id=Nr,name="Full name",attribute.sector=Branch --dry-run',
    'tenure import purchases bestellungen.csv --currency EUR --decimal , --date-format dd.MM.yyyy --time-zone Europe/Berlin',
    'tenure import purchases Bestellungen.xlsx --sheet Januar --skip-lines 3 --currency EUR',
    'tenure import purchases taobao.csv.gz --encoding gb18030 --currency CNY --errors rejected.csv',
  ],
  notes: [
    'Columns are recognised by the names they have in shops, tills and CRMs, in English, German and Chinese; what was taken is shown.',
    'Exports of Shopify, WooCommerce, Stripe, Taobao and others are known by their columns: tenure import --presets lists them.',
    'Rows of one order with an item each are one purchase; refunded amounts are returns.',
    'Of an e-mail address or a telephone number an id is made, c-...; tenure customer finds it by either. Digits alone are a number only in a column of such.',
    'Importing the same or a longer file again adds only what is new, whatever the options; after Ctrl-C or a crash the same import goes on where it stopped.',
    'Customers are statements: the latest file holds. All else is facts: a known one with other content is rejected, and the command that corrects it is named.',
    'Rows that cannot be taken are written to the errors file, each with its line and reason: mend them there and import that file.',
    'Exit 0 when the file was read to its end and a row was taken or known; 1 when all rows were rejected, no row was found, or the import was refused or cut short.',
  ],
  options: [
    new Option('--map <field=column,...>', 'where each field is: a column name, or a number from 1'),
    new Option('--mapping <file>', 'the same as a JSON object, {"customer_id": "Nr", ...}; --map goes before it'),
    new Option('--preset <name>', 'an export known by its columns; none for no such (default: found out)'),
    new Option('--presets', 'list the exports that are known'),
    new Option('--where <column=value>', 'which rows are meant: =, != and values with commas between; may be repeated').argParser(collect),
    wordOption('--format <format>', 'default: by name and first line', words['/v1/imports/{kind}'].format),
    new Option('--encoding <name>', 'e.g. gb18030 or windows-1252 (default: found out from the whole file, and said where it is a guess)'),
    new Option('--sheet <name>', 'of a workbook: its name, or its number from 1 (default: the first)'),
    new Option('--skip-lines <number>', 'lines above the header that are passed over (default: found out)'),
    new Option('--delimiter <character>', 'between cells of CSV (default: found out)'),
    new Option('--header', 'the first line names the columns (default: found out)'),
    new Option('--no-header', 'the first line is a row'),
    new Option(
      '--date-format <pattern>',
      'of every date: dd/MM/yyyy HH:mm, yyyyMMdd, day-first, month-first, unix, unix-ms, excel, excel-1904 (default: found out)',
    ),
    new Option('--time-zone <zone>', "of times that carry none, e.g. Europe/Berlin (default: the engine's)"),
    wordOption('--decimal <mark>', 'of every number: 1,234.50 or 1.234,50 (default: found out)', words['/v1/imports/{kind}'].decimal),
    new Option('--currency <code>', 'of amounts without a currency column'),
    new Option('--errors <file>', 'where rejected rows go (default: FILE.errors.EXT, when there are any)'),
    new Option('--dry-run', 'check everything, record nothing'),
  ],
  async run(session: Session, [kindText, fileText], { presets, where, ...options }) {
    if (presets) return listPresets(session);
    if (kindText === undefined || fileText === undefined)
      throw new WrongUsage(`tenure import takes what the rows are and a file: tenure import ${kindText ?? 'purchases'} FILE`);
    const kind = oneOf(textOf(kindText), kinds, 'What is imported');
    const { map, mapping, errors, ...rest } = options;
    const fields = readMapping(map, mapping);
    const input = await openInput(textOf(fileText));
    const rejected = new ErrorsFile(errors ?? null, input.path);
    const client = await session.client({ trial: options.dryRun === true });
    const query = { ...rest, where: where && JSON.stringify(where), map: mapParameter(fields), fileName: input.name };
    const lines = client.upload('/v1/imports/{kind}', { body: input.bytes, contentType: 'application/octet-stream' }, { path: { kind }, query });
    const result = await followImport(lines, { total: input.size, rejected, note: (text) => session.output.note(text), signal: session.signal });
    session.output.answer(result, resultText);
    sayWhatIsNext(session, kind, result);
    return result.accepted + result.duplicate === 0 ? 1 : 0;
  },
};

async function listPresets(session: Session): Promise<void> {
  const { items } = await (await session.client({ trial: true })).get('/v1/imports/presets');
  if (session.json) for (const preset of items) session.output.line(JSON.stringify(preset));
  else session.output.line(items.map(presetText).join('\n\n'));
}

function presetText({ name, kind, file, currency, notes }: ImportPreset): string {
  return factsOf([
    ['preset', name],
    ['file', file],
    ['rows are', kind],
    ['currency', currency],
    ['note', notes],
  ]);
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

function sayWhatIsNext(session: Session, kind: string, { read, rejected, errorsFile, accepted, warnings, dryRun, readAs }: ImportResult): void {
  for (const { message } of warnings) session.output.note(`Warning: ${message}.`);
  if (read === 0) session.output.note('No row was found: the file has nothing below its header.');
  if (rejected > 0)
    session.output.note(
      `${rejected} ${rejected === 1 ? 'row was' : 'rows were'} rejected: see ${errorsFile}; correct the rows there and import that file${withOptions(readAs)}.`,
    );
  if (dryRun) session.output.hint(`Nothing was recorded (${dryRun.means}). Leave out --dry-run to import.`);
  else if (accepted > 0) session.output.hint(`Next: ${session.program} ${kind === 'complaints' ? 'complaints --summary' : 'retention'}${session.sameData}`);
}

/** The options of the whole file: the few rejected rows may not suffice to detect them again. */
function withOptions({ decimal, dateFormat, currency }: ImportResult['readAs']): string {
  const options = [
    currency && `--currency ${currency}`,
    decimal && `--decimal ${decimal}`,
    dateFormat && `--date-format ${/\s/.test(dateFormat) ? `"${dateFormat}"` : dateFormat}`,
  ].filter(Boolean);
  return options.length > 0 ? ` (${options.join(' ')})` : '';
}
