/** Parts of the passwords that everybody tries first. */
const wellKnown =
  /pass(word|wort|phrase)?|secret|change[-_ ]?(me|it)|letmein|welcome|admin(istrator)?|root|default|example|sample|test(ing)?|demo|dummy|guest|user|login|qwert[yz](uiop)?|asdf(gh(jkl)?)?|abc(123)?|iloveyou|master|monkey|dragon|hunter|tenure|token|api[-_ ]?key|key|my|the|your/gi;

const FEWEST_CHARACTERS = 8;
/** What remains without well-known words must still be hard to guess. */
const SHORTEST_REST = 6;

/** Why a chosen secret can be guessed, as the end of "is not allowed: it ..."; null when nothing shows that it can. */
export function weaknessOf(text: string): string | null {
  if (new Set(text).size < FEWEST_CHARACTERS) return `has fewer than ${FEWEST_CHARACTERS} different characters`;
  if (isRepeated(text)) return 'says one shorter text several times';
  if (stepsInSequence(text) > text.length / 2) return 'follows the alphabet, the digits or the keyboard';
  if (text.replace(wellKnown, '').replace(/[^a-z0-9]|\b(19|20)\d\d\b/gi, '').length < SHORTEST_REST) return 'is made of well-known words';
  return null;
}

/** A text that repeats a shorter text occurs inside its own double before its full length. */
function isRepeated(text: string): boolean {
  return (text + text).indexOf(text, 1) < text.length;
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', '1234567890'];

/** How many characters are next to their neighbour in the alphabet, in the digits or on the keyboard, in either direction. */
function stepsInSequence(text: string): number {
  const lower = text.toLowerCase();
  let steps = 0;
  for (let at = 1; at < lower.length; at += 1) {
    const pair = lower.slice(at - 1, at + 1);
    const step = lower.charCodeAt(at) - lower.charCodeAt(at - 1);
    const reversed = pair[1]! + pair[0]!;
    if (Math.abs(step) === 1 || rows.some((row) => row.includes(pair) || row.includes(reversed))) steps += 1;
  }
  return steps;
}
