/** How databases and programs write "no value" into a column of numbers, times or flags; in a text it may be meant. */
const words = new Set(['null', '\\n', '(null)', 'none', 'nan', 'nat', 'n/a', '#n/a', '0000-00-00', '0000-00-00 00:00:00']);

export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  const isPlainNumber = first >= 49 && first <= 57;
  return !isPlainNumber && words.has(text.toLowerCase());
}
