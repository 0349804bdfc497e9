/** A piece has this many characters, or as many as one item of a list needs. */
const PIECE = 65_536;

/** The text of `JSON.stringify`, in pieces: the long parts of an answer are the lists at its top level. `value` is plain data. */
export function* jsonPieces(value: object): Generator<string> {
  let text = '{';
  let comma = '';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    text += `${comma}${JSON.stringify(name)}:`;
    comma = ',';
    if (!Array.isArray(member)) {
      text += JSON.stringify(member);
      continue;
    }
    text += '[';
    for (const [at, item] of member.entries()) {
      text += `${at > 0 ? ',' : ''}${JSON.stringify(item) ?? 'null'}`;
      if (text.length < PIECE) continue;
      yield text;
      text = '';
    }
    text += ']';
  }
  yield `${text}}`;
}
