import { Option } from 'commander';
import { analyseFile } from './analyse/analyse-file.js';
import { analysisText } from './analyse/analysis-text.js';
import { readPresent } from './analyse/present.js';
import { keepHeapsSmall } from './analyse/small-heaps.js';
import { type FileOptions, fileQuery, mappingOptions, readingOptions } from './import/file-options.js';
import { openInput } from './import/input.js';
import type { Session } from './session.js';
import { textOf, type Verb } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type Options = FileOptions & { readonly present?: string };

export const analyse: Verb<Options> = {
  name: 'analyse',
  arguments: '<file>',
  summary: 'the whole report on one file of purchases, of which nothing is kept',
  examples: [
    'tenure analyse orders.csv --currency USD',
    'tenure analyse orders.csv --currency USD --json > report.json',
    'tenure analyse CDNOW_master.txt --format columns --map customer_id=1,occurred_at=2,quantity=3,amount=4 --date-format yyyyMMdd --currency USD',
    'gunzip -c orders.csv.gz | tenure analyse - --time-zone Europe/Berlin --present now',
  ],
  notes: [
    'Needs no engine and no data folder, and leaves nothing behind. The figures are those of an engine that has imported the file: read it as tenure import purchases would.',
    'The present is the day of the latest purchase, unless --present says otherwise: in an old file not all have left.',
    'Nothing is converted between currencies: values are in TENURE_CURRENCY if anybody paid in it, else in that of most customers.',
    '--json prints one document; openapi.json describes it as Analysis. A part that cannot be given is null, and missing says why.',
    'Exit 0 when a row was accepted; 1 when none was, or the file was refused.',
  ],
  options: [
    ...mappingOptions,
    ...readingOptions,
    new Option('--present <day>', 'now, or the day at which knowledge ends (default: that of the latest purchase)'),
  ],
  async run(session: Session, [fileText], { present: presentText, ...options }) {
    const { settings, origins } = await session.settings();
    if (session.url !== undefined) throw new WrongUsage('--url names an engine, and tenure analyse needs none: leave it out.');
    if (origins.data.source === 'flag') throw new WrongUsage('--data names a folder, and tenure analyse keeps nothing: leave it out.');
    const present = readPresent(presentText);
    const reading = fileQuery(options);
    const input = await openInput(textOf(fileText));
    const client = await session.temporaryClient(settings);
    keepHeapsSmall();
    const analysis = await analyseFile(session, client, { input, reading, present });
    session.output.answer(analysis, analysisText);
    for (const { message } of analysis.file.warnings) session.output.hint(`Warning: ${message}.`);
    return analysis.file.accepted === 0 ? 1 : 0;
  },
};
