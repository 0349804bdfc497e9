import { type Schemas, words } from '@tenure/client';
import { Option } from 'commander';
import { ErrorsFile } from './import/errors-file.js';
import { type FileOptions, fileQuery, mappingOptions, readingOptions } from './import/file-options.js';
import { followImport, type ImportResult } from './import/follow-import.js';
import { openInput } from './import/input.js';
import { resultText } from './import/result-text.js';
import { factsOf } from './output/table.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type ImportPreset = Schemas['ImportPreset'];

const { kind: kinds } = words['/v1/imports/{kind}'];

type Options = FileOptions & {
  readonly presets?: boolean;
  readonly errors?: string;
  readonly dryRun?: boolean;
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
    ...mappingOptions,
    new Option('--presets', 'list the exports that are known'),
    ...readingOptions,
    new Option('--errors <file>', 'where rejected rows go (default: FILE.errors.EXT, when there are any)'),
    new Option('--dry-run', 'check everything, record nothing'),
  ],
  async run(session: Session, [kindText, fileText], { presets, errors, dryRun, ...options }) {
    if (presets) return listPresets(session);
    if (kindText === undefined || fileText === undefined)
      throw new WrongUsage(`tenure import takes what the rows are and a file: tenure import ${kindText ?? 'purchases'} FILE`);
    const kind = oneOf(textOf(kindText), kinds, 'What is imported');
    const reading = fileQuery(options);
    const input = await openInput(textOf(fileText));
    const rejected = new ErrorsFile(errors ?? null, input.path);
    const client = await session.client({ trial: dryRun === true });
    const query = { ...reading, dryRun, fileName: input.name };
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
