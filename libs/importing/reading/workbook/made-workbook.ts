import { deflateRawSync } from 'node:zlib';
import { zipOf } from './zip.js';

/** A cell's XML without its place: type, style and content. Style 1 is a day, 2 a time, 3 money. */
export interface MadeCell {
  readonly t?: string;
  readonly s?: number;
  readonly v?: string;
  readonly is?: string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** For tests: a workbook as Excel writes one (ECMA-376, part 1), rows from A1 on; `dimension` as a careless writer may set it. */
export function madeWorkbook(
  sheets: readonly { readonly name: string; readonly state?: string; readonly rows: readonly (readonly (MadeCell | null)[])[]; readonly dimension?: string }[],
): Buffer {
  const named = sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`);
  const related = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`);
  const formats = ['0', '14', '22', '164'].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join('');
  return zipOf([
    { path: '[Content_Types].xml', content: xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') },
    { path: 'xl/workbook.xml', content: xml(`<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    {
      path: 'xl/styles.xml',
      content: xml(
        `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4">${formats}</cellXfs></styleSheet>`,
      ),
    },
    ...sheets.map(({ rows, dimension }, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, content: xml(sheetOf(rows, dimension)) })),
  ]);
}

function sheetOf(rows: readonly (readonly (MadeCell | null)[])[], dimension?: string): string {
  const cells = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((cell, column) => (cell ? cellOf(cell, `${String.fromCharCode(65 + column)}${at + 1}`) : '')).join('')}</row>`,
  );
  return `<worksheet xmlns="${main}">${dimension ? `<dimension ref="${dimension}"/>` : ''}<sheetData>${cells.join('')}</sheetData></worksheet>`;
}

function cellOf({ t, s, v, is }: MadeCell, place: string): string {
  const content = is === undefined ? `<v>${v ?? ''}</v>` : `<is><t xml:space="preserve">${is.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is>`;
  return `<c r="${place}"${s === undefined ? '' : ` s="${s}"`}${t ? ` t="${t}"` : ''}>${content}</c>`;
}

export const text = (is: string): MadeCell => ({ t: 'inlineStr', is });
export const number = (v: string, s?: number): MadeCell => ({ v, ...(s !== undefined && { s }) });

const xml = (content: string) => Buffer.from(head + content);

/** For tests: an archive whose only file unpacks to `bytes` zeros, or claims to. */
export function bomb(path: string, bytes: number, said = bytes): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes));
  const archive = zipOf([{ path, content: packed }]);
  const directory = archive.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  archive.writeUInt16LE(8, directory + 10);
  archive.writeUInt32LE(said, directory + 24);
  return archive;
}
