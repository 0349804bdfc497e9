/**
 * Characters that a terminal obeys, that reverse a line, or that are invisible: control characters, format characters (marks of direction, zero width,
 * tags) and separators. The only escapes that pass are the colours of our own style.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const obeyed = /\u001B(?!\[(?:0|1|2|22|38;5;16;48;5;\d{1,3})m)|(?![\n\t\u001B])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Cs}/gu;

/** A text that is safe for a terminal: content from outside can neither command it nor hide in it. */
export function visible(text: string): string {
  return text.replace(obeyed, '\uFFFD');
}

/** The same JSON with all of these escaped: a program reads the original, and a terminal shows it. */
export function visibleJson(json: string): string {
  return json.replace(obeyed, (character) => Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(''));
}

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
