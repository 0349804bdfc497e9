import { alphabet, doubleBytes, type Writing } from './likely-writing.js';
import { lineDecoder } from './line-decoder.js';

/** The letters beyond ASCII of languages, and what these share. */
const letters = {
  german: 'äöüß',
  french: 'éèêëàâçîïôùûœæ',
  iberian: 'áéíóúñçãõâêôüà',
  nordic: 'åäöøæé',
  polish: 'ąćęłńóśźż',
  czech: 'áčďéěíľĺňóôřŕšťúůýžä',
  hungarian: 'áéíóöőúüű',
  croatian: 'čćđšž',
  turkish: 'çğıöşüâî',
  baltic: 'āčēģīķļņšūžąęėįųäöõü',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ',
  greek: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ',
  hebrew: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת',
  arabic: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
} as const;

type Language = keyof typeof letters;
const western: readonly Language[] = ['german', 'french', 'iberian', 'nordic'];
const central: readonly Language[] = ['polish', 'czech', 'hungarian', 'croatian'];
const ofAnotherScript: readonly Language[] = ['cyrillic', 'greek', 'hebrew', 'arabic'];

function alphabets(encoding: string, prior: number, languages: readonly Language[]): Writing[] {
  const decoder = lineDecoder(encoding);
  const decode = (byte: number) => decoder.decode(Buffer.from([byte])) ?? '';
  return languages.map((language) => alphabet(encoding, prior, letters[language], !ofAnotherScript.includes(language), decode));
}

/**
 * The encodings tried for a file that is not UTF-8: all that shops, banks and spreadsheets write by default. Of two that give the
 * same text the first is named.
 */
export const writings: readonly Writing[] = [
  ...alphabets('windows-1252', 1, western),
  // GB 2312 orders its first 3,755 characters, those in daily use, from B0A1 on; GBK and GB 18030 add to it.
  doubleBytes('gb18030', 1, [
    { lead: [0xb0, 0xd7], trail: [0xa1, 0xfe], share: 0.94, characters: 3755 },
    { lead: [0xa1, 0xa3], trail: [0xa1, 0xfe], share: 0.03, characters: 282 },
    { lead: [0xd8, 0xf7], trail: [0xa1, 0xfe], share: 0.025, characters: 3008 },
    { lead: [0x81, 0xfe], trail: [0x40, 0xfe], share: 0.004, characters: 15_000 },
    { lead: [0x81, 0xfe], trail: [0x30, 0x39], share: 0.0005, characters: 100_000 },
  ]),
  ...alphabets('windows-1251', 0.3, ['cyrillic']),
  // Big5 orders the 5,401 frequent characters from A440 on.
  doubleBytes('big5', 0.3, [
    { lead: [0xa4, 0xc6], trail: [0x40, 0xfe], share: 0.94, characters: 5401 },
    { lead: [0xa1, 0xa3], trail: [0x40, 0xfe], share: 0.03, characters: 408 },
    { lead: [0xc9, 0xf9], trail: [0x40, 0xfe], share: 0.025, characters: 7652 },
  ]),
  // JIS X 0208: kana, then the 2,965 characters of its first level.
  doubleBytes(
    'shift_jis',
    0.3,
    [
      { lead: [0x82, 0x83], trail: [0x40, 0xfc], share: 0.5, characters: 260 },
      { lead: [0x88, 0x98], trail: [0x40, 0xfc], share: 0.44, characters: 2965 },
      { lead: [0x81, 0x81], trail: [0x40, 0xfc], share: 0.03, characters: 147 },
      { lead: [0x98, 0x9f], trail: [0x40, 0xfc], share: 0.02, characters: 1500 },
      { lead: [0xe0, 0xfc], trail: [0x40, 0xfc], share: 0.01, characters: 3500 },
    ],
    [0xa1, 0xdf],
  ),
  // KS X 1001: 2,350 syllables from B0A1 on, then the Chinese characters that Korean seldom writes.
  doubleBytes('euc-kr', 0.3, [
    { lead: [0xb0, 0xc8], trail: [0xa1, 0xfe], share: 0.96, characters: 2350 },
    { lead: [0xa1, 0xac], trail: [0xa1, 0xfe], share: 0.02, characters: 986 },
    { lead: [0xca, 0xfd], trail: [0xa1, 0xfe], share: 0.01, characters: 4888 },
    { lead: [0x81, 0xc6], trail: [0x41, 0xfe], share: 0.005, characters: 8822 },
  ]),
  ...alphabets('windows-1250', 0.1, central),
  ...alphabets('macintosh', 0.05, western),
  ...alphabets('ibm850', 0.05, western),
  ...alphabets('windows-1254', 0.05, ['turkish']),
  ...alphabets('windows-1257', 0.05, ['baltic']),
  ...alphabets('windows-1253', 0.1, ['greek']),
  ...alphabets('windows-1255', 0.05, ['hebrew']),
  ...alphabets('windows-1256', 0.05, ['arabic']),
  ...alphabets('koi8-r', 0.05, ['cyrillic']),
  ...alphabets('iso-8859-2', 0.02, central),
];
