import type { RowOutcome } from '@tenure/commanding';
import { canonicalTimeZone, wallToEpoch } from '@tenure/time';
import { arrangedRows } from './arranging/arranged-rows.js';
import { type Arrangement, usualArrangement } from './arranging/arrangement.js';
import type { Grouping } from './arranging/grouping.js';
import type { CommandSink } from './command-sink.js';
import { FormerIds } from './identity/former-ids.js';
import { newImportId } from './identity/import-id.js';
import { RowIdentity } from './identity/row-identity.js';
import type { ImportLine } from './import-line.js';
import type { ImportOptions } from './import-options.js';
import { findKind } from './kinds/index.js';
import type { AnyKind } from './kinds/kind.js';
import { attributePrefix, checkFields } from './mapping/column-mapping.js';
import type { FileMapping } from './mapping/file-mapping.js';
import type { OpenedSource } from './reading/opened-source.js';
import { rowChunks } from './reading/row-chunks.js';
import { type TakenFile, takeFile } from './reading/take-file.js';
import type { RejectedSource } from './rejected-rows.js';
import { RowGroups } from './row-groups.js';
import { RowPlanner } from './row-planner.js';
import { RowRun } from './row-run.js';
import { ShareDone } from './share-done.js';
import { Tally } from './tally.js';
import { checkedOptions, type UnderstoodFile, understand } from './understood-file.js';
import { factWarnings } from './warnings/fact-warnings.js';

const describing = ['email', 'phone', 'name'];

/**
 * Imports a file: every row becomes a command that takes the same way as all commands. The file is spooled and read twice, because
 * the meaning of its columns is known only after the last row. While one chunk of rows is written the next is read. An import can
 * be stopped at any moment and repeated: what is recorded already then counts as a duplicate. `rejected` lines come in the order of
 * the file unless there are very many.
 * @throws ImportRefused before anything is recorded, when the file or an option cannot be used
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
  const options = checkedOptions(given);
  const importId = newImportId(Date.now());
  const done = new ShareDone();
  const tally = new Tally();
  let file: TakenFile | null = null;
  let run: RowRun | null = null;
  try {
    file = await takeFile(body, arrangement, options);
    const understood = await understand(kind, options, file, { secret: sink.secret, knows: (customerId) => sink.knows(customerId) });
    const { source, ids, how, columns, timeZone, readAs } = understood;
    const { mapping, format, delimiter, errorsFile } = source;
    yield { type: 'source', importId, format, ...how, delimiter, columns: source.columns, ...columns, errorsHeader: errorsFile.header };

    const target = options.dryRun ? (sink.preview?.() ?? fileOnly) : sink;
    run = rowRun(kind, options, understood, { target, tally, importId, arrangement });
    const gathers = kind.states === true || describesCustomers(mapping);
    const limits = target === fileOnly && !gathers ? { ...arrangement, watchedRows: Number.POSITIVE_INFINITY } : arrangement;
    const lines = file.lines((bytes) => {
      done.bytesRead = bytes;
    });
    const chunks = rowChunks(source, lines, arrangement.rowsTogether);
    const arranged = { format: source.rows, mapped: mapping.mapped, grouping: groupingOf(kind, mapping), gathers };
    for await (const { groups, isInOrder } of arrangedRows(done.counting(chunks), arranged, () => tally.customersMet, limits)) {
      await run.take(groups);
      yield* report(source, isInOrder || run.rejected.areTooMany ? run.rejected.take() : [], tally, done.bytes(tally.read));
    }
    await run.finish();
    yield* report(source, run.rejected.take(), tally, done.bytesRead);
    yield {
      type: 'result',
      importId,
      ...tally.result((performance.now() - started) / 1000),
      ...how,
      warnings: [...ids.warnings, ...factWarnings({ kind: kind.name, tally, columnOf: columnFinder(mapping) })],
      errorsFile: null,
      timeZone,
      readAs,
      ...(options.dryRun && { dryRun: checked(target) }),
    };
  } finally {
    await run?.close();
    await file?.close();
  }
}

interface RunParts {
  readonly target: Pick<CommandSink, 'executeRows'>;
  readonly tally: Tally;
  readonly importId: string;
  readonly arrangement: Arrangement;
}

function rowRun(kind: AnyKind, options: ImportOptions, { source, build, keyed, hasPlainIds }: UnderstoodFile, parts: RunParts): RowRun {
  const { target, tally, importId, arrangement } = parts;
  const describes = describesCustomers(source.mapping);
  const planner = new RowPlanner({
    kind,
    identity: new RowIdentity(kind, keyed, importId),
    formerIds: hasPlainIds ? formerIds(options) : null,
    actor: options.actor,
    importId,
    describesCustomers: describes,
  });
  return new RowRun({
    kind,
    describesCustomers: describes,
    groups: new RowGroups(kind, source.mapping, build),
    planner,
    settlement: { sink: target, kind, importId, tally },
    room: arrangement,
    rowsTogether: arrangement.rowsTogether,
  });
}

/** As version 0.1.0 made them with the same options: times without a zone were UTC, whatever the engine's zone. */
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

/** Rows with the same key are one fact where the file has columns that describe only a part of it. */
function groupingOf({ key, combine }: AnyKind, { mapped, fields }: FileMapping): Grouping | null {
  const indexOf = (name: string): number => mapped.find(({ field }) => field === name)?.index ?? -1;
  if (!combine || key === null || !fields.has(key) || !combine.whereAnyOf.some((field) => fields.has(field))) return null;
  return { customer: indexOf('customer_id'), key: indexOf(key) };
}

function columnFinder({ mapped, fields }: FileMapping): (field: string) => string {
  return (field) => (fields.has(field) || field === 'customer_id' ? String(mapped.find((each) => each.field === field)?.column ?? '') : '');
}

function describesCustomers({ mapped, fields }: FileMapping): boolean {
  return mapped.some(({ field }) => field === 'region' || field.startsWith(attributePrefix)) || describing.some((field) => fields.has(field));
}
