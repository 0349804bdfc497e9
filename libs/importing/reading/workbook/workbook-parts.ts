import { ImportRefused } from '../../import-refused.js';
import { withPlainDates } from './date-styles.js';
import { unzipped, type ZipEntry, zipEntries, zipOf } from './zip.js';

/** The files of a workbook that hold cells, unpacked, and the sheets to choose from. */
export interface WorkbookParts {
  /** A new archive, stored without compression. */
  readonly archive: Buffer;
  /** In the order of the workbook. */
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
}

/** The size of a sheet with Excel's 1,048,576 rows and a dozen columns. */
const mostBytes = 512 << 20;
const mostRatio = 400;
const smallEnough = 16 << 20;

/** @throws ImportRefused for archives that are no workbook, by name, and for those that unpack to more */
export function workbookParts(archive: Buffer): WorkbookParts {
  const entries = zipEntries(archive);
  refuseOtherArchives(entries);
  const own = entries.filter(
    ({ path }) => /\.xml(\.rels)?$/.test(path) && !/\/(drawings|charts|media|theme|pivot\w*|comments\w*|persons|threadedComments)\//i.test(path),
  );
  refuseTooMuch(own);
  const files = own.map((entry) => ({ path: entry.path, content: readable(entry.path, unzipped(archive, entry)) }));
  const workbook = files.find(({ path }) => path === 'xl/workbook.xml')?.content.toString('utf8') ?? '';
  return { archive: zipOf(files), sheets: sheetsOf(workbook) };
}

function refuseOtherArchives(entries: readonly ZipEntry[]): void {
  const has = (test: RegExp) => entries.some(({ path }) => test.test(path));
  if (has(/^xl\/workbook\.xml$/)) return;
  const what = has(/^xl\/workbook\.bin$/)
    ? 'a binary workbook (.xlsb): save it as .xlsx or CSV'
    : has(/^content\.xml$/)
      ? 'an OpenDocument file (.ods): save it as .xlsx or CSV'
      : has(/^word\/|^ppt\//)
        ? 'a document or a presentation: save its table as .xlsx or CSV'
        : has(/^Index\/Document\.iwa$/)
          ? 'a Numbers document: export it as .xlsx or CSV'
          : `a ZIP archive: unpack it and import the files in it${named(entries)}`;
  throw new ImportRefused('not-a-table', 'file', `the file is ${what}`);
}

function named(entries: readonly ZipEntry[]): string {
  const names = entries.filter(({ path }) => !path.endsWith('/')).map(({ path }) => path);
  return names.length === 0 ? '' : ` (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', ...' : ''})`;
}

function refuseTooMuch(entries: readonly ZipEntry[]): void {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  if (bytes <= smallEnough || (bytes <= mostBytes && bytes <= packed * mostRatio)) return;
  throw new ImportRefused(
    'unpacks-to-too-much',
    'file',
    `the workbook unpacks to ${Math.ceil(bytes / (1 << 20))} MiB, more than is read: save the sheet as CSV`,
  );
}

/** A part in the form that the reader accepts. */
function readable(path: string, content: Buffer): Buffer {
  return path === 'xl/styles.xml' ? Buffer.from(withPlainDates(content.toString('utf8'))) : withoutDimension(path, content);
}

/** Streaming writers put down `A1` before they know the size, and the reader would believe it. */
function withoutDimension(path: string, content: Buffer): Buffer {
  if (!path.startsWith('xl/worksheets/')) return content;
  const start = content
    .subarray(0, 4096)
    .toString('latin1')
    .search(/<(\w+:)?dimension\b/);
  if (start < 0) return content;
  const end = content.indexOf('>', start);
  return Buffer.concat([content.subarray(0, start), content.subarray(end + 1)]);
}

function sheetsOf(workbook: string): WorkbookParts['sheets'] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => ({
    name: unescaped(/(?:^|\s)name="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    isHidden: /(?:^|\s)state="(hidden|veryHidden)"/.test(attributes),
  }));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole);
  });
}
