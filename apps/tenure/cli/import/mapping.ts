import { readFileSync } from 'node:fs';
import { jsonText } from '../json-text.js';
import { WrongUsage } from '../wrong-usage.js';

export type ColumnMap = Readonly<Record<string, string | number>>;

/** `--mapping` as the basis, `--map` on top of it. */
export function readMapping(map: string | undefined, file: string | undefined): ColumnMap {
  return { ...(file === undefined ? {} : readMappingFile(file)), ...(map === undefined ? {} : parseMap(map)) };
}

/** `customer_id=1,name="Last, first"`: quotes around a column whose name has a comma in it. */
export function parseMap(text: string): ColumnMap {
  const map: Record<string, string | number> = {};
  const pair = /\s*([^=,"]+?)\s*=\s*(?:"((?:[^"]|"")*)"|([^,"]*))\s*(?:,|$)/y;
  while (pair.lastIndex < text.length) {
    const at = pair.lastIndex;
    const found = pair.exec(text);
    const [, field, quoted, bare = ''] = found ?? [];
    const column = quoted?.replaceAll('""', '"') ?? bare.trim();
    if (field === undefined || column === '') {
      throw new WrongUsage(`--map takes field=column with commas between, e.g. customer_id=1,amount=4; "${text.slice(at)}" is not that.`);
    }
    if (Object.hasOwn(map, field)) throw new WrongUsage(`--map names ${field} twice.`);
    map[field] = quoted === undefined && /^\d+$/.test(column) ? Number(column) : column;
  }
  return map;
}

function readMappingFile(file: string): ColumnMap {
  const example = 'e.g. {"customer_id": "Nr", "amount": 4}';
  let value: unknown;
  try {
    value = JSON.parse(jsonText(readFileSync(file), `${file} (--mapping)`));
  } catch (error) {
    if (error instanceof SyntaxError) throw new WrongUsage(`${file} (--mapping) is not valid JSON: ${error.message}.`);
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongUsage(`${file} (--mapping) must hold one JSON object, ${example}.`);
  for (const [field, column] of Object.entries(value)) {
    if (typeof column !== 'string' && !(typeof column === 'number' && Number.isInteger(column))) {
      throw new WrongUsage(`${file} (--mapping): ${field} must be a column name or number, ${example}.`);
    }
  }
  return value as ColumnMap;
}

/** As the import route takes it; undefined without a mapping. */
export function mapParameter(map: ColumnMap): string | undefined {
  return Object.keys(map).length === 0 ? undefined : JSON.stringify(map);
}
