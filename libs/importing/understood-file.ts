import type { KeyedHash } from '@tenure/log-secret';
import type { CommandSink } from './command-sink.js';
import { withNumbersAsTexts } from './errors-file.js';
import { currencyCode } from './fields/numbers/currency-words.js';
import { FormerCustomers } from './identity/former-customers.js';
import { PersonalIds } from './identity/personal-ids.js';
import { IdCells, withCleanIds } from './ids/id-cells.js';
import type { ImportSource } from './import-line.js';
import type { ImportOptions } from './import-options.js';
import { ImportRefused } from './import-refused.js';
import type { AnyKind } from './kinds/kind.js';
import { CellCurrencies } from './mapping/cell-currencies.js';
import { FileStyle, type ReadAs } from './mapping/file-style.js';
import { fileTimes, workbookTimes } from './mapping/file-times.js';
import { notesOnMapping } from './mapping/notes-on-mapping.js';
import { compileRowBuilder, type RowBuilder } from './mapping/row-builder.js';
import { TakenWords } from './mapping/taken-words.js';
import { showRows } from './reading/column-observer.js';
import { notesOn } from './reading/notes-on.js';
import { openSource } from './reading/open-source.js';
import type { OpenedSource } from './reading/opened-source.js';
import { firstLines, rowsBelowHeader } from './reading/row-chunks.js';
import type { TakenFile } from './reading/take-file.js';
import { onSheet } from './reading/workbook/on-sheet.js';

const sampleLines = 100;

/** A file whose columns and their notation are known. */
export interface UnderstoodFile {
  readonly source: OpenedSource;
  /** From the cells of a row to its values. */
  readonly build: RowBuilder;
  /** What was noticed about its ids, once its rows are built. */
  readonly ids: IdCells;
  readonly keyed: KeyedHash;
  /** Whether version 0.1.0 wrote into the log. */
  readonly hasPlainIds: boolean;
  /** What is reported about it before the first row is imported, and again with the result. */
  readonly how: Pick<ImportSource, 'encoding' | 'understood' | 'unusedColumns' | 'notes'>;
  readonly columns: Pick<ImportSource, 'mapping' | 'preset' | 'recognised'>;
  /** The zone in which times without one are read. */
  readonly timeZone: string;
  readonly readAs: ReadAs;
}

/** Reads a file through once: the meaning of a column is known only after its last row. @throws ImportRefused */
export async function understand(
  kind: AnyKind,
  options: ImportOptions,
  file: TakenFile,
  { secret, knows }: Pick<CommandSink, 'secret' | 'knows'>,
): Promise<UnderstoodFile> {
  const beginning = { lines: await firstLines(file.lines(), sampleLines), isSheet: file.sheet !== null, isAscii: file.isAscii };
  const keyed = await secret.keyed();
  const hasPlainIds = !(await secret.isKeyedThroughout());
  const former = new FormerCustomers(knows);
  const identification = { keyed, hasPlainIds, former };
  const open = (identifying: typeof identification | null) =>
    onSheet(file.sheet, () => openSource(kind, { ...options, identification: identifying }, beginning));
  const first = open(identification);
  const { mapped, preset } = first.mapping;
  const timesOfText = fileTimes({ ...options, timeZone: options.timeZone ?? preset?.timeZone });
  const times = file.sheet === null ? timesOfText : workbookTimes(timesOfText);

  const style = new FileStyle(kind, mapped, options, times, file.sheet !== null);
  const currencies = new CellCurrencies(kind, mapped, options);
  const personal = new PersonalIds(mapped);
  const words = new TakenWords(kind, mapped);
  await showRows(rowsBelowHeader(first, file.lines()), [style, currencies, personal, words, ...(hasPlainIds ? [former] : [])]);
  const ownCurrency = currencies.decide();
  await former.lookUp(rowsBelowHeader(first, file.lines()));
  // Derived cells cost something in each row.
  const source = personal.areNone(first.mapping.fields) ? open(null) : first;
  const { mapping, unusedColumns } = source;
  const { styleOf, understood, readAs, markOf } = style.decide();
  const errorsFile = file.sheet === null ? source.errorsFile : withNumbersAsTexts(source.errorsFile, (column) => markOf(mapping.usedBy.get(column)?.field));

  const found = { ...mapping, mapped: personal.among(mapping.mapped) };
  const ids = new IdCells(kind, mapping.mapped);
  const currency = options.currency ?? ownCurrency;
  return {
    source: { ...source, errorsFile },
    build: withCleanIds(ids, compileRowBuilder(kind, mapping.mapped, styleOf, { ...options, currency })),
    ids,
    keyed,
    hasPlainIds,
    how: {
      encoding: file.encoding.encoding,
      understood: { ...understood, ...words.understood },
      unusedColumns,
      notes: [...notesOn(file), ...source.notes, ...notesOnMapping(found), ...currencies.notes],
    },
    columns: {
      mapping: Object.fromEntries(found.mapped.map(({ field, column }) => [field, column])),
      preset: preset?.name ?? null,
      recognised: found.mapped.filter(({ by }) => by === 'words').map(({ field }) => field),
    },
    timeZone: times.timeZone,
    readAs: { ...readAs, ...(ownCurrency && { currency: ownCurrency }) },
  };
}

/** Checks the options that are wrong for any file. `usd` becomes USD. @throws ImportRefused */
export function checkedOptions(given: ImportOptions): ImportOptions {
  fileTimes(given);
  if (given.currency === undefined) return given;
  const currency = currencyCode(given.currency);
  if (currency !== null) return { ...given, currency };
  throw new ImportRefused('unknown-currency', 'currency', `"${given.currency}" is not an ISO 4217 currency code: give one such as USD`);
}
