import type { RowOutcome } from '@tenure/commanding';
import { canonicalTimeZone, wallToEpoch } from '@tenure/time';
import { arrangedRows } from './arranging/arranged-rows.js';
import { type Arrangement, usualArrangement } from './arranging/arrangement.js';
import type { Grouping } from './arranging/grouping.js';
import type { CommandSink } from './command-sink.js';
import { currencyCode } from './fields/numbers/currency-words.js';
import { FormerCustomers } from './identity/former-customers.js';
import { FormerIds } from './identity/former-ids.js';
import { newImportId } from './identity/import-id.js';
import { PersonalIds } from './identity/personal-ids.js';
import { RowIdentity } from './identity/row-identity.js';
import { IdCells, withCleanIds } from './ids/id-cells.js';
import type { ImportLine, ImportSource } from './import-line.js';
import type { ImportOptions } from './import-options.js';
import { ImportRefused } from './import-refused.js';
import { findKind } from './kinds/index.js';
import type { AnyKind } from './kinds/kind.js';
import { CellCurrencies } from './mapping/cell-currencies.js';
import { attributePrefix, checkFields } from './mapping/column-mapping.js';
import type { FileMapping } from './mapping/file-mapping.js';
import { FileStyle } from './mapping/file-style.js';
import { fileTimes, workbookTimes } from './mapping/file-times.js';
import { notesOnMapping } from './mapping/notes-on-mapping.js';
import { compileRowBuilder } from './mapping/row-builder.js';
import { oneOrderEach } from './one-order-each.js';
import { showRows } from './reading/column-observer.js';
import { notesOn } from './reading/notes-on.js';
import { type OpenedSource, openSource } from './reading/open-source.js';
import { firstLines, rowChunks, rowsBelowHeader } from './reading/row-chunks.js';
import { type TakenFile, takeFile } from './reading/take-file.js';
import { onSheet } from './reading/workbook/on-sheet.js';
import type { RejectedSource } from './rejected-rows.js';
import { RowGroups } from './row-groups.js';
import { RowPlanner } from './row-planner.js';
import { RowRun } from './row-run.js';
import { ShareDone } from './share-done.js';
import { Tally } from './tally.js';

const sampleLines = 100;
const describing = ['email', 'phone', 'name'];

/**
 * Imports a file: every row becomes a command that goes the way of all commands. The file is put by and read twice: what its
 * columns mean is known only after the last row. While one chunk of rows is being written the next is read. Stop at any moment
 * and import again: what is recorded already is a duplicate then. `rejected` lines come in the order of the file unless there
 * are very many.
 * @throws ImportRefused before anything is recorded, when the file or an option can't be used.
 */
export async function* importFile(
  given: ImportOptions,
  body: AsyncIterable<Uint8Array>,
  sink: CommandSink,
  arrangement: Arrangement = usualArrangement,
): AsyncGenerator<ImportLine, void> {
  const started = performance.now();
  const kind = findKind(given.kind);
  checkFields(kind, given.map ?? {});
  const options = { ...given, currency: givenCurrency(given) };
  fileTimes(options);
  let file: TakenFile | null = null;
  const done = new ShareDone();
  const tally = new Tally();
  const importId = newImportId(Date.now());
  let run: RowRun | null = null;
  try {
    const taken = await takeFile(body, arrangement, options);
    file = taken;
    const beginning = { lines: await firstLines(taken.lines(), sampleLines), isSheet: taken.sheet !== null, isAscii: taken.isAscii };
    const keyed = await sink.secret.keyed();
    const former = (await sink.secret.isKeyedThroughout()) ? null : new FormerCustomers((customerId) => sink.knows(customerId));
    const source = onSheet(taken.sheet, () => openSource(kind, { ...options, keyed, former }, beginning));
    const { mapping } = source;
    const currencies = new CellCurrencies(kind, mapping.mapped, options);
    const timesOfText = fileTimes({ ...options, timeZone: options.timeZone ?? mapping.preset?.timeZone });
    const times = taken.sheet === null ? timesOfText : workbookTimes(timesOfText);
    const style = new FileStyle(kind, mapping.mapped, options, times);
    const personal = new PersonalIds(mapping.mapped);
    await showRows(rowsBelowHeader(source, taken.lines()), [style, currencies, personal, ...(former ? [former] : [])]);
    const ownCurrency = currencies.decide();
    await former?.lookUp(rowsBelowHeader(source, taken.lines()));
    const { styleOf, understood, readAs: styleAs } = style.decide();
    const readAs = { ...styleAs, ...(ownCurrency && { currency: ownCurrency }) };
    const { format, delimiter, columns, errorsFile } = source;
    const { encoding } = taken.encoding;
    const found = { ...mapping, mapped: personal.among(mapping.mapped) };
    const how = {
      importId,
      encoding,
      understood,
      unusedColumns: source.unusedColumns,
      notes: [...notesOn(taken), ...source.notes, ...notesOnMapping(found), ...currencies.notes],
    };
    yield { type: 'source', format, ...how, delimiter, columns, ...shown(found), errorsHeader: errorsFile.header };

    const ids = new IdCells(kind, mapping.mapped);
    const build = withCleanIds(ids, compileRowBuilder(kind, mapping.mapped, styleOf, { ...options, currency: options.currency ?? ownCurrency }));
    const describes = describesCustomers(mapping);
    const target = options.dryRun ? (sink.preview?.() ?? fileOnly) : sink;
    const identity = new RowIdentity(kind, keyed, importId);
    const planner = new RowPlanner({
      kind,
      identity,
      formerIds: former && formerIds(options),
      actor: options.actor,
      importId,
      describesCustomers: describes,
    });
    run = new RowRun({
      kind,
      describesCustomers: describes,
      groups: new RowGroups(kind, mapping, build),
      planner,
      settlement: { sink: target, kind, importId, tally },
      room: arrangement,
      rowsTogether: arrangement.rowsTogether,
    });
    const gathers = kind.states === true || describes;
    const limits = target === fileOnly && !gathers ? { ...arrangement, watchedRows: Number.POSITIVE_INFINITY } : arrangement;
    const chunks = rowChunks(
      source,
      taken.lines((bytes) => {
        done.bytesRead = bytes;
      }),
      arrangement.rowsTogether,
    );
    const arranged = { format: source.rows, mapped: mapping.mapped, grouping: groupingOf(kind, mapping), gathers };
    for await (const { groups, isInOrder } of arrangedRows(done.counting(chunks), arranged, () => tally.customersMet, limits)) {
      await run.take(groups);
      yield* report(source, isInOrder || run.rejected.areTooMany ? run.rejected.take() : [], tally, done.bytes(tally.read));
    }
    await run.finish();
    yield* report(source, run.rejected.take(), tally, done.bytesRead);
    const result = tally.result((performance.now() - started) / 1000);
    const warnings = [...ids.warnings, ...oneOrderEach(kind, mapping.mapped, tally)];
    yield {
      type: 'result',
      ...result,
      warnings,
      ...how,
      errorsFile: null,
      timeZone: times.timeZone,
      readAs,
      ...(options.dryRun && { dryRun: checked(target) }),
    };
  } finally {
    await run?.close();
    await file?.close();
  }
}

/** As version 0.1.0 made them under the same options: times without a zone were UTC then, whatever the engine's zone. */
function formerIds({ timeZone = 'UTC' }: ImportOptions): FormerIds {
  return new FormerIds(wallToEpoch(canonicalTimeZone(timeZone) ?? 'UTC'));
}

/** A dry run without a log to ask. */
const fileOnly: Pick<CommandSink, 'executeRows'> = {
  executeRows: async (rows) =>
    rows.map((row): RowOutcome => {
      const outcomes = row.map(({ command: { id, customerId } }) => ({
        ...({ status: 'accepted', replayed: false } as const),
        commandId: id,
        customerId,
        revision: 0,
        position: '',
        events: [],
      }));
      return { status: 'accepted', outcomes };
    }),
};

function checked(target: Pick<CommandSink, 'executeRows'>): { checked: 'file' | 'state'; means: string } {
  if (target === fileOnly)
    return {
      checked: 'file',
      means: 'each row was checked for itself: columns, dates, amounts and shapes, but not against what is recorded; nothing was written',
    };
  return { checked: 'state', means: 'each row was decided against what is recorded and the rows before it; nothing was written' };
}

function* report({ errorsFile }: OpenedSource, rows: readonly RejectedSource[], { read, rejected }: Tally, bytes: number): Generator<ImportLine> {
  for (const { source, problem } of rows) {
    const { field, code, reason } = problem;
    yield { type: 'rejected', line: source.line, field, code, reason, text: source.text, errorsLine: errorsFile.line(source, problem) };
  }
  yield { type: 'progress', bytes, rows: read, rejected };
}

/** What the columns were taken for, for whoever imports. */
function shown({ mapped, preset }: Pick<FileMapping, 'mapped' | 'preset'>): Pick<ImportSource, 'mapping' | 'preset' | 'recognised'> {
  const mapping = Object.fromEntries(mapped.map(({ field, column }) => [field, column]));
  return { mapping, preset: preset?.name ?? null, recognised: mapped.filter(({ by }) => by === 'words').map(({ field }) => field) };
}

/** Rows that have a key in common are of one fact where the file has columns of what only a part of it has. */
function groupingOf({ key, combine }: AnyKind, { mapped, fields }: FileMapping): Grouping | null {
  const indexOf = (name: string): number => mapped.find(({ field }) => field === name)?.index ?? -1;
  if (!combine || key === null || !fields.has(key) || !combine.whereAnyOf.some((field) => fields.has(field))) return null;
  return { customer: indexOf('customer_id'), key: indexOf(key) };
}

function describesCustomers({ mapped, fields }: FileMapping): boolean {
  return mapped.some(({ field }) => field === 'region' || field.startsWith(attributePrefix)) || describing.some((field) => fields.has(field));
}

/** `usd` is USD. */
function givenCurrency({ currency }: ImportOptions): string | undefined {
  if (currency === undefined) return undefined;
  const code = currencyCode(currency);
  if (code === null) throw new ImportRefused('unknown-currency', 'currency', `"${currency}" is not an ISO 4217 currency code: give one such as USD`);
  return code;
}
