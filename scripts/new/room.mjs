import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse } from './given-names.mjs';

const templates = dirname(fileURLToPath(import.meta.url));

/** Files to be written and lines to be added: nothing is touched before everything is known to fit. */
export class Room {
  #texts = new Map();

  constructor(root) {
    this.root = root;
  }

  /** Rendered from `scripts/new/<template>.template`, in which `{{name}}` stands for a value. */
  file(path, template, values) {
    if (existsSync(join(this.root, path))) refuse(`${path} is there already: take another name, or change it by hand.`);
    const text = readFileSync(join(templates, `${template}.template`), 'utf8');
    this.#texts.set(
      path,
      text.replace(/\{\{(\w+)\}\}/g, (_, name) => {
        if (values[name] === undefined) throw new Error(`${template}: nothing is given for {{${name}}}.`);
        return values[name];
      }),
    );
  }

  /** `change` maps the old text to the new one; the same text means that it found no place. */
  edit(path, change) {
    const text = this.read(path);
    const changed = change(text);
    if (changed === text) refuse(`${path} has no place for it: it is not written as scripts/new expects. Add it by hand, as CONTRIBUTING.md says.`);
    this.#texts.set(path, changed);
  }

  read(path) {
    if (!this.#texts.has(path) && !existsSync(join(this.root, path))) refuse(`There is no ${path}.`);
    return this.#texts.get(path) ?? readFileSync(join(this.root, path), 'utf8');
  }

  has(path) {
    return this.#texts.has(path) || existsSync(join(this.root, path));
  }

  /** The paths that were written. */
  write() {
    for (const [path, text] of this.#texts) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
    return [...this.#texts.keys()];
  }
}

/** Adds an import of the missing names before the others; Biome puts it in its place. */
export function withImport(text, statement) {
  const [, kind, names, from] = /^import (type )?\{ (.*) \} from '(.*)';$/.exec(statement);
  const there = [...text.matchAll(/^import (?:type )?\{([^}]*)\} from '([^']*)';$/gm)]
    .filter(([, , other]) => other === from)
    .flatMap(([, list]) => list.split(',').map((name) => name.replace('type ', '').trim()));
  const missing = names.split(', ').filter((name) => !there.includes(name));
  return missing.length === 0 ? text : `import ${kind ?? ''}{ ${missing.join(', ')} } from '${from}';\n${text}`;
}

/** Adds an item at the end of the list that `opening` begins. */
export function withItem(text, opening, item) {
  const start = text.search(opening);
  if (start < 0) return text;
  const open = text.indexOf('[', start + text.slice(start).match(opening)[0].lastIndexOf('['));
  const close = closing(text, open);
  const before = text.slice(open + 1, close).trimEnd();
  const separator = before === '' || before.endsWith(',') ? '' : ',';
  return `${text.slice(0, open + 1)}${before}${separator} ${item}${text.slice(close)}`;
}

/** Index of the bracket that closes the one at `open`. Brackets in texts and comments would mislead it: lists of names have none. */
function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '[' || text[at] === '(' || text[at] === '{') depth += 1;
    if (text[at] === ']' || text[at] === ')' || text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error('The list is not closed.');
}
