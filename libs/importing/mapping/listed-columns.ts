const MOST_NAMES = 100;
const LONGEST_NAME = 60;

/** A sentence that names a file's columns. It stays readable for a file that is no table and seems to have a million columns, or one of a megabyte. */
export function listedColumns(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name));
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `The columns are: ${shown.join(', ')}${more}`;
}
