import { isCurrency } from '@tenure/shape';
import { plainText } from './plain-text.js';

/** ISO codes that a word or sign next to an amount can stand for. One with several codes decides nothing, and contradicts all others. */
const codesBySign: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD UYU BRL DOP JMD TTD BBD BSD BZD FJD GYD LRD NAD SRD XCD BMD KYD SBD BND CUP',
  us$: 'USD',
  usd$: 'USD',
  c$: 'CAD',
  ca$: 'CAD',
  cad$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  nt$: 'TWD',
  mx$: 'MXN',
  r$: 'BRL',
  '€': 'EUR',
  euro: 'EUR',
  '£': 'GBP GIP FKP SHP EGP LBP SYP SDG SSP',
  '¥': 'JPY CNY',
  'cn¥': 'CNY',
  'jp¥': 'JPY',
  rmb: 'CNY',
  元: 'CNY TWD HKD',
  圆: 'CNY',
  人民币: 'CNY',
  円: 'JPY',
  yen: 'JPY',
  '₩': 'KRW KPW',
  원: 'KRW',
  '₹': 'INR',
  rs: 'INR PKR LKR NPR MUR SCR',
  '₨': 'INR PKR LKR NPR MUR SCR',
  '₽': 'RUB',
  руб: 'RUB',
  р: 'RUB',
  '₴': 'UAH',
  грн: 'UAH',
  zł: 'PLN',
  zl: 'PLN',
  kr: 'SEK NOK DKK ISK EEK',
  kč: 'CZK',
  ft: 'HUF',
  lei: 'RON MDL',
  leu: 'RON MDL',
  лв: 'BGN',
  '₺': 'TRY',
  tl: 'TRY',
  '₪': 'ILS',
  '฿': 'THB',
  '₫': 'VND',
  đ: 'VND',
  '₱': 'PHP CUP',
  '₦': 'NGN',
  '₸': 'KZT',
  '₡': 'CRC',
  '₲': 'PYG',
  '₵': 'GHS',
  '₼': 'AZN',
  '₾': 'GEL',
  '৳': 'BDT',
  '₭': 'LAK',
  '៛': 'KHR',
  '₮': 'MNT',
  fr: 'CHF XOF XAF XPF DJF GNF BIF RWF KMF FRF',
  sfr: 'CHF',
  r: 'ZAR',
  rm: 'MYR',
  rp: 'IDR',
  's/': 'PEN',
  'د.إ': 'AED',
  '﷼': 'IRR SAR QAR YER OMR',
  dm: 'DEM',
};

let lastText = '';
let lastCode: string | null = null;

/** The codes that a word next to an amount can stand for; empty when it is no currency. */
export function currenciesOf(word: string): readonly string[] {
  const bare = word.replace(/\s/g, '');
  const code = bare.toUpperCase();
  if (isCurrency(code)) return [code];
  const sign = bare.toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(codesBySign, sign) ? (codesBySign[sign] as string).split(' ') : [];
}

/** The code that a cell or option names: `usd`, `EUR `, `€`, `US$`; null for other texts, and for a sign of several. Consecutive rows mostly repeat it. */
export function currencyCode(text: string): string | null {
  if (text === lastText) return lastCode;
  const codes = currenciesOf(plainText(text));
  lastText = text;
  lastCode = codes.length === 1 ? (codes[0] as string) : null;
  return lastCode;
}

/** The one code that the words next to an amount name; null without any, and for ambiguous ones such as `$` or `kr`. */
export function currencyBeside(words: readonly string[]): string | null {
  const named = new Set(words.flatMap((word) => unmistakable(word) ?? []));
  const [code] = named;
  return code !== undefined && named.size === 1 && words.every((word) => currenciesOf(word).includes(code)) ? code : null;
}

/** A pound sign by itself is sterling; a single letter is too little evidence. */
function unmistakable(word: string): string | null {
  if (word === '£') return 'GBP';
  const codes = currenciesOf(word);
  return codes.length === 1 && !/^[\p{Script=Latin}\p{Script=Cyrillic}]\.?$/u.test(word) ? (codes[0] as string) : null;
}
