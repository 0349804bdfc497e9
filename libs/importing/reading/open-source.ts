import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import { openColumns } from './open-columns.js';
import { openNdjson } from './open-ndjson.js';
import { openCsv, openSheet } from './open-table.js';
import type { FileBeginning, OpenedSource, SourceOptions } from './opened-source.js';
import { formatOf, refuseBinary, refuseMarkup } from './sniffing.js';

/** @throws ImportRefused when the file has no known format, or a mapped column is missing */
export function openSource(kind: AnyKind, options: SourceOptions, beginning: FileBeginning): OpenedSource {
  const file = options.fileName ?? 'the file';
  const { lines } = beginning;
  refuseBinary(lines, file);
  const first = lines.find(({ text }) => text.trim() !== '');
  if (!first) throw new ImportRefused('empty-file', 'file', `${file} has only blank lines: there is nothing to import`);
  if (beginning.isSheet) return openSheet(kind, options, lines);
  refuseMarkup(first.text, file);
  switch (options.format ?? formatOf(options.fileName, lines)) {
    case 'columns':
      return openColumns(kind, options, lines);
    case 'ndjson':
      return openNdjson(kind, options, file, lines);
    default:
      return openCsv(kind, options, beginning);
  }
}
