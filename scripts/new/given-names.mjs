/** Words of letters and digits, joined by hyphens, beginning with a lower-case letter: `visit-frequency`. */
const KEBAB = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;
/** `EscalateComplaint` */
const PASCAL = /^([A-Z][a-z0-9]+)+$/;

/** Ends the process with a sentence on what was mistyped. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

/** `visit-frequency` in the forms that code and pages use. */
export function namesOf(kebab, what) {
  if (!KEBAB.test(kebab ?? '')) refuse(`${what} is written as visit-frequency: small letters and hyphens.${kebab === undefined ? '' : ` "${kebab}" is not.`}`);
  const words = kebab.split('-');
  const Name = words.map(capital).join('');
  return { kebab, Name, name: Name[0].toLowerCase() + Name.slice(1), Title: capital(words.join(' ')), words: words.join(' ') };
}

/** `EscalateComplaint` as the name of its file, `escalate-complaint`. */
export function kebabOf(pascal, what) {
  if (!PASCAL.test(pascal ?? '')) refuse(`${what} is written as EscalateComplaint: a verb and a noun.${pascal === undefined ? '' : ` "${pascal}" is not.`}`);
  return pascal.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase();
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);
