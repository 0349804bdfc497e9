/** A word of a command line as it can be pasted into a POSIX shell: in quotes where it needs them. */
export function shellQuoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
