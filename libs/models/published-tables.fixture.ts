import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.TENURE_TEST_DATA ?? join(process.cwd(), '../shared/data');

/** A file of numbers below one line of names, by name; an empty field is NaN. For use within `describeWithData`. */
export function numbersOf(file: string): ReadonlyMap<string, number[]> {
  const [names, ...rows] = readFileSync(join(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
  return new Map(names!.map((name, column) => [name, rows.map((row) => (row[column] === '' ? NaN : Number(row[column])))]));
}
