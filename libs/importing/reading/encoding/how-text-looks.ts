/** A character beyond ASCII and the letters around it; a sign stands by itself. */
export const wordsWithHigh = /[\p{L}\p{M}]*[^\p{ASCII}][\p{L}\p{M}]*/gu;

const fewestWords = 3;
const fewestCharacters = 4;
const fewestLetters = 8;

const letterInWord = /(?=\P{ASCII})\p{L}\p{L}|\p{L}(?=\P{ASCII})\p{L}/u;
const money = /(?<=\d[ \u00a0]?)[€£]|[€£](?=[ \u00a0]?-?\d)/gu;

/** Whether a text is enough evidence for a guess: more than a word or two. */
export function hasEnough(text: string): boolean {
  const words = (text.match(wordsWithHigh) ?? []).filter((word) => letterInWord.test(word));
  const telling = words.length + countOf(text, money);
  if (telling >= fewestWords || (telling === fewestWords - 1 && countOf(text, /\P{ASCII}/gu) >= fewestWords)) return true;
  if (countOf(text, /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu) >= fewestCharacters) return true;
  return countOf(text, /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/gu) >= fewestLetters;
}

/** `12,50 €`: all characters beyond ASCII are currency signs next to numbers, where no letter and no other sign would be. */
export function isMoneyAlone(text: string): boolean {
  const high = countOf(text, /\P{ASCII}/gu);
  return high > 0 && countOf(text, money) === high;
}

const eastAsian = /[\u3000-\u30ff\uff61-\uff9f\p{Script=Han}\p{Script=Hangul}]/u;
const eastAsianRuns = new RegExp(`(?:${eastAsian.source})+`, 'gu');
/** One or two inside a word of Latin letters, one at its end, or half-width katakana next to it. */
const eastAsianInWord = new RegExp(
  [
    `(?<=[A-Za-z])(?:${eastAsian.source}){1,2}(?=[A-Za-z])`,
    `(?<=[a-z])${eastAsian.source}(?!${eastAsian.source})`,
    `(?<!${eastAsian.source})${eastAsian.source}(?=[a-z])`,
    '(?<=[A-Za-z])[\\uff61-\\uff9f]',
  ].join('|'),
  'gu',
);
/** A letter beyond ASCII next to a digit, or a sign between two letters. */
const strayHigh =
  /(?<=\d)(?=\P{ASCII})\p{Script=Latin}|(?=\P{ASCII})\p{Script=Latin}(?=\d)|(?<=\p{Script=Latin})[^\p{ASCII}\p{L}\p{M}’‘´·–\u00a0\u00ad](?=\p{Script=Latin})/gu;

/** Whether more than a quarter of the characters beyond ASCII are in places where nobody writes them: the encoding is wrong. */
export function isOdd(text: string): boolean {
  if (countOf(text, eastAsianInWord) * 4 > countOf(text, eastAsianRuns)) return true;
  return countOf(text, strayHigh) * 4 > countOf(text, wordsWithHigh);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
