/**
 * ISO 4217 with the number of digits after the point (the "exponent" of list one). Not taken from `Intl`, which follows
 * the cash usage in CLDR (no fillér for HUF, none for COP), differs from ISO, and changes with the version of Node, while
 * a recorded amount must mean the same for ever.
 */
const BY_DIGITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
    CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV
    MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
    SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Withdrawn, but present in histories: a purchase of 1997 in Deutsche Mark is a fact. */
const WITHDRAWN_WITH_TWO_DIGITS = 'ANG ATS CUC CYP DEM EEK FIM FRF HRK IEP LTL LVL MTL NLG SIT SKK SLL ZWL';

const digitsOf = new Map<string, number>();
for (const [digits, codes] of Object.entries(BY_DIGITS)) {
  for (const code of codes.split(/\s+/)) digitsOf.set(code, Number(digits));
}
for (const code of WITHDRAWN_WITH_TWO_DIGITS.split(' ')) digitsOf.set(code, 2);

export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && digitsOf.has(code);
}

/** Digits after the point in this currency: 2 for USD, 0 for JPY, 3 for KWD. Throws for a code that is not ISO 4217. */
export function currencyDigits(code: string): number {
  const digits = digitsOf.get(code);
  if (digits === undefined) throw new RangeError(`${code} is not an ISO 4217 currency code; write one such as USD`);
  return digits;
}

export const currencyCodes: readonly string[] = [...digitsOf.keys()].sort();
