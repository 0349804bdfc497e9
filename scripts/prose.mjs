// `node scripts/prose.mjs [FILE ...]`: rewraps paragraphs of Markdown that have a line of more than 120 columns, each sentence on lines of its own.
// `--check` only names such lines. Code, tables and links stay whole; the rendered page does not change. An entry of the changelog stays one line, so
// that branches that add one do not conflict.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COLUMNS = 120;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
const named = process.argv.slice(2).filter((argument) => argument !== '--check');
const files = named.length > 0 ? named : tracked();

let tooLong = 0;
for (const file of files) {
  const text = readFileSync(join(root, file), 'utf8');
  const paragraphs = paragraphsOf(text.split('\n'));
  if (!check) writeFileSync(join(root, file), paragraphs.flatMap(({ lines, isProse }) => (isProse ? rewritten(lines) : lines)).join('\n'));
  else
    for (const { lines, isProse, first } of paragraphs) {
      if (!isProse || same(rewritten(lines), lines)) continue;
      tooLong += 1;
      console.error(
        `${file}:${first + lines.findIndex((line) => line.length > COLUMNS)}: more than ${COLUMNS} columns; node scripts/prose.mjs breaks the lines`,
      );
    }
}
process.exit(tooLong === 0 ? 0 : 1);

function tracked() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' });
  return listed.split('\n').filter((file) => file !== '' && file !== 'CHANGELOG.md');
}

/** Runs of lines: a paragraph or an item of a list is prose; code, tables, headings, HTML and empty lines are not. */
function paragraphsOf(lines) {
  const found = [];
  let fence = null;
  lines.forEach((line, at) => {
    const [mark] = /^\s*(?:```+|~~~+)/.exec(line) ?? [];
    const isCode = fence !== null || mark !== undefined || (/^ {4}/.test(line) && !found.at(-1)?.isProse);
    if (mark !== undefined && (fence === null || mark.trim() === fence)) fence = fence === null ? mark.trim() : null;
    const isProse = !isCode && !/^\s*$|^\s*[|#<]|^\s*\[[^\]]+\]:/.test(line);
    const begins = !isProse || /^\s*(?:[-*+]|\d+[.)]) /.test(line) || !found.at(-1)?.isProse;
    if (begins) found.push({ lines: [line], isProse, first: at + 1 });
    else found.at(-1).lines.push(line);
  });
  return found;
}

/** The same lines if none is too long; else the rewrapped paragraph. */
function rewritten(lines) {
  if (lines.every((line) => line.length <= COLUMNS)) return lines;
  const [, indent, marker] = /^(\s*)((?:[-*+]|\d+[.)]) +)?/.exec(lines[0]);
  const further = indent + ' '.repeat(marker?.length ?? 0);
  const text = lines.map((line, at) => (at === 0 ? line.slice(indent.length + (marker?.length ?? 0)) : line.trim())).join(' ');
  return sentencesOf(wordsOf(text))
    .flatMap((sentence) => filled(sentence, COLUMNS - further.length))
    .map((line, at) => (at === 0 ? indent + (marker ?? '') : further) + line);
}

/** Split at spaces, but not within code or a link. */
function wordsOf(text) {
  return text.match(/(?:`+[^`]*`+|!?\[(?:`[^`]*`|[^\]`])*\](?:\([^)]*\))?|\S)+/g) ?? [];
}

function sentencesOf(words) {
  const sentences = [[]];
  words.forEach((word, at) => {
    sentences.at(-1).push(word);
    const next = words[at + 1];
    const ends = /[.!?]["')*]*$/.test(word) && !/^(?:e\.g|i\.e|etc|cf|vs|St|Mr|[A-Z])\.$/.test(word.replace(/^\(/, ''));
    if (ends && next !== undefined && /^["'(*[`]*[A-Z0-9`]/.test(next) && canBegin(next)) sentences.push([]);
  });
  return sentences;
}

/** A sentence on as few lines as possible, broken after punctuation if that is near the end of a line. */
function filled(words, columns) {
  const lines = [[]];
  const lengthOf = (line) => line.join(' ').length;
  for (const word of words) {
    if (lines.at(-1).length > 0 && lengthOf(lines.at(-1)) + 1 + word.length > columns && canBegin(word)) {
      const line = lines.at(-1);
      const stop = line.findLastIndex((each, at) => /[,;:]$/.test(each) && canBegin(line[at + 1] ?? ''));
      const isNear = stop >= 0 && lengthOf(line.slice(0, stop + 1)) > columns * 0.6;
      lines.push(isNear ? line.splice(stop + 1) : []);
    }
    lines.at(-1).push(word);
  }
  return lines.map((line) => line.join(' '));
}

/** At the beginning of a line these would be a list, a heading, a quotation or a table. */
function canBegin(word) {
  return !/^(?:[-+*>|=#]|#+|\d+[.)])$|^[>|#<=]/.test(word);
}

function same(one, other) {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}
