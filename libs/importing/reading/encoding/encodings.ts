import { nearest } from '@tenure/shape';
import { ImportRefused } from '../../import-refused.js';

/** Encodings that files may have, by the names of https://encoding.spec.whatwg.org; every label of that standard is understood. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-13',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'ibm850',
  'ibm866',
] as const;

/** Common names beside the standard's labels. */
const byOtherNames: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp932: 'shift_jis',
  cp850: 'ibm850',
  ansi: 'windows-1252',
  macroman: 'macintosh',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  utf32: 'utf-32',
  'utf-32le': 'utf-32',
  'utf-32be': 'utf-32',
};

/** @throws ImportRefused for an unknown name */
export function encodingNamed(label: string): string {
  const name = label.trim().toLowerCase();
  const own = byOtherNames[name] ?? encodings.find((each) => each === name);
  if (own) return own;
  try {
    const { encoding } = new TextDecoder(name);
    return byOtherNames[encoding] ?? encoding;
  } catch {
    const near = nearest(name, [...encodings, ...Object.keys(byOtherNames)]);
    throw new ImportRefused(
      'unknown-encoding',
      'encoding',
      `"${label.slice(0, 60)}" is no encoding that is known${near ? `, did you mean ${near}?` : ''} There are: ${encodings.join(', ')}`,
    );
  }
}
