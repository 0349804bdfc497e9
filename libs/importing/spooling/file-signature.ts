/** The file type that the first bytes show, where it is not text. */
export type Signature = 'gzip' | 'zip' | Unreadable;

/** File types that are refused by name, with what to do instead. */
export type Unreadable = keyof typeof remedies;

const remedies = {
  xls: 'an old Excel workbook (.xls), or one with a password: save it as .xlsx without a password, or as CSV',
  pdf: 'a PDF document: export the table it was made from as CSV or .xlsx',
  parquet: 'a Parquet file: export it as CSV or NDJSON',
  sqlite: 'an SQLite database: export the table as CSV',
  bzip2: 'packed with bzip2: unpack it, or pack it with gzip',
  xz: 'packed with xz: unpack it, or pack it with gzip',
  zstd: 'packed with zstd: unpack it, or pack it with gzip',
  '7z': 'a 7z archive: unpack it and import the files in it',
  rar: 'a RAR archive: unpack it and import the files in it',
  rtf: 'a text document (.rtf): save the table as CSV',
  picture: 'a picture: export the table as CSV or .xlsx',
} as const;

const signatures: readonly (readonly [bytes: string, is: Signature])[] = [
  ['\x1f\x8b', 'gzip'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'xls'],
  ['%PDF-', 'pdf'],
  ['PAR1', 'parquet'],
  ['SQLite format 3\0', 'sqlite'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ\0', 'xz'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ["7z\xbc\xaf'\x1c", '7z'],
  ['Rar!\x1a', 'rar'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
];

/** How many bytes are needed to recognise a type. */
export const signatureBytes = 16;

export function signatureOf(head: Uint8Array): Signature | null {
  const text = Buffer.from(head.subarray(0, signatureBytes)).toString('latin1');
  return signatures.find(([bytes]) => text.startsWith(bytes))?.[1] ?? null;
}

export function remedyFor(unreadable: Unreadable): string {
  return remedies[unreadable];
}
