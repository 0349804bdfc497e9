const numberFormat = /(<(?:\w+:)?numFmt\s[^>]*?formatCode=")([^"]*)(")/g;
const day = 'yyyy\\-mm\\-dd';

/** Styles in which every date format is one that the reader knows: it does not recognise a format with quoted or Chinese words as a date. */
export function withPlainDates(styles: string): string {
  return styles.replace(numberFormat, (_, before, code, after) => `${before}${isDate(code) ? day : code}${after}`);
}

/** Whether a number format of Excel (ECMA-376, part 1, 18.8.31) shows a day or a time; a span such as [h]:mm is a number. */
function isDate(code: string): boolean {
  const [section = ''] = code.replaceAll('&quot;', '"').split(';');
  if (/\[(h+|m+|s+)\]/i.test(section)) return false;
  const tokens = section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/s\.0+/gi, 's');
  return !/[#0?@]|general/i.test(tokens) && /[ymdhs]/i.test(tokens);
}
