const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * What a header is compared by: `Customer ID`, `customer_id`, `CUSTOMER-ID` and full-width `ＣｕｓｔｏｍｅｒＩＤ` are one word,
 * and so are `Käufer`, `Kaeufer` and `KÄUFER`. Marks of byte order and other invisible characters are passed over.
 */
export function headerWord(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFC');
  return plain
    .replace(/[äöüß]/g, (letter) => umlauts[letter] as string)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}#]/gu, '');
}

/** No header is longer; a line of a file that is no table can be, and looking for its brackets takes time by the square of its length. */
const LONGEST_IN_BRACKETS = 1_000;

/** The word, and then the word without what stands in brackets: `Amount (EUR)`, `Created (UTC)`, `金额（元）`. */
export function headerWords(text: string): readonly string[] {
  const whole = headerWord(text);
  if (text.length > LONGEST_IN_BRACKETS) return [whole];
  const bare = headerWord(text.normalize('NFKC').replace(/[([{].*?[)\]}]/g, ''));
  return bare === whole || bare === '' ? [whole] : [whole, bare];
}
