/**
 * What a terminal obeys, what turns a line around and what nobody sees: control characters, format characters (marks of
 * direction, zero width, tags) and separators. Of escapes only the colours that our own style sets are let through.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const obeyed = /\u001B(?!\[(?:0|1|2|22|38;5;16;48;5;\d{1,3})m)|(?![\n\t\u001B])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Cs}/gu;

/** A text as a terminal may be given it: what came from outside can neither command it nor hide in it. */
export function visible(text: string): string {
  return text.replace(obeyed, '\uFFFD');
}

/** The same JSON, with all of that escaped: a program reads what was meant, and a terminal shows it. */
export function visibleJson(json: string): string {
  return json.replace(obeyed, (character) => Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(''));
}

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
