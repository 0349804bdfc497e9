/** The zeros of scripts whose ten digits are consecutive: Arabic-Indic, Persian, Devanagari, Bengali, Thai, full-width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const others: Readonly<Record<string, string>> = {
  '−': '-',
  '－': '-',
  '﹣': '-',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '＋': '+',
  '．': '.',
  '，': ',',
  '٫': '.',
  '٬': "'",
  '’': "'",
  '‘': "'",
  '´': "'",
  '＇': "'",
  '（': '(',
  '）': ')',
  '：': ':',
  '／': '/',
  '＄': '$',
  '￡': '£',
  '￥': '¥',
  '％': '%',
};
const isAscii = /^[\x20-\x7e]*$/;
/** Invisible marks, such as those of direction; programs put them before a minus or between digits. */
const invisible = /[\p{Cf}]/gu;

/**
 * A cell with ASCII digits, marks, minus and spaces in place of those of other keyboards, scripts and word processors, without
 * invisible characters and surrounding spaces. Superscripts and circled digits stay: they are not digits of a number.
 */
export function plainText(text: string): string {
  if (isAscii.test(text)) return text.trim();
  let plain = '';
  for (const character of text.replace(invisible, '')) plain += others[character] ?? digitOf(character) ?? (/\s/u.test(character) ? ' ' : character);
  return plain.trim();
}

function digitOf(character: string): string | undefined {
  const point = character.codePointAt(0) as number;
  const zero = zeros.find((candidate) => point >= candidate && point < candidate + 10);
  return zero === undefined ? undefined : String(point - zero);
}
