const english = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const german = ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'];
const others: Readonly<Record<string, number>> = { mrz: 3, maerz: 3, sept: 9, jän: 1, jänner: 1 };

/** 1 to 12 for the English or German name of a month, or its first letters, at least three; 0 for another word. */
export function monthNumber(name: string): number {
  const word = name.toLowerCase();
  if (word.length < 3) return 0;
  const of = (names: readonly string[]): number => names.findIndex((month) => month.startsWith(word)) + 1;
  return others[word] ?? (of(english) || of(german));
}
