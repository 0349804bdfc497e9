const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * The form in which headers are compared: `Customer ID`, `customer_id`, `CUSTOMER-ID` and full-width `ＣｕｓｔｏｍｅｒＩＤ` are one
 * word, and so are `Käufer`, `Kaeufer` and `KÄUFER`. Byte order marks and other invisible characters are ignored.
 */
export function headerWord(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFC');
  return plain
    .replace(/[äöüß]/g, (letter) => umlauts[letter] as string)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}#]/gu, '');
}

/**
 * No header is longer. A line of a file that is no table can be, and the search for its brackets takes time quadratic in its length.
 */
const LONGEST_IN_BRACKETS = 1_000;

/** The word, and then the word without its text in brackets: `Amount (EUR)`, `Created (UTC)`, `金额（元）`. */
export function headerWords(text: string): readonly string[] {
  const whole = headerWord(text);
  if (text.length > LONGEST_IN_BRACKETS) return [whole];
  const bare = headerWord(text.normalize('NFKC').replace(/[([{].*?[)\]}]/g, ''));
  return bare === whole || bare === '' ? [whole] : [whole, bare];
}
