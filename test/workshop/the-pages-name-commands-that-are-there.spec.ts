import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Verb {
  readonly name: string;
  readonly options?: readonly { readonly long?: string | null }[];
  readonly verbs?: readonly Verb[];
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { verbs } = (await import(join(root, 'apps/tenure/dist/cli/verbs.js'))) as { verbs: readonly Verb[] };
const ofEachVerb = ['--data', '--url', '--json', '--help'];

// The changelog and the decisions keep the words of their time.
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((page) => page !== '' && !/^CHANGELOG|^docs\/decisions\//.test(page));

/** Commands in code, within a sentence or on a line of their own; a line that ends in a backslash continues. */
const commandsOf = (page: string): string[] =>
  [
    ...readFileSync(join(root, page), 'utf8')
      .replaceAll(/\\\n\s*/g, '')
      .matchAll(/(?:`|^\$ |^ {4}|^)(?:npx )?tenure ([a-z][^`\n]*?)(?=`| {3,}#|$)/gm),
  ].flatMap(([whole, command]) => (whole.startsWith('tenure ') && !/ --|`/.test(whole) ? [] : [command!]));

/** The verb of a command, with what it takes; undefined if there is none. */
function verbOf(words: readonly string[], among: readonly Verb[]): Verb | undefined {
  const verb = among.find(({ name }) => name === words[0]);
  return verb?.verbs && words.length > 1 ? verbOf(words.slice(1), verb.verbs) : verb;
}

it.each(pages.map((page) => [page, commandsOf(page)] as const).filter(([, commands]) => commands.length > 0))('%s', (_, commands) => {
  for (const command of commands) {
    const verb = verbOf(command.split(' '), verbs);
    expect([command, verb === undefined ? 'is no verb' : 'is a verb']).toEqual([command, 'is a verb']);
    const known = [...ofEachVerb, ...(verb?.options ?? []).map(({ long }) => long)];
    const flags = [...command.replaceAll(/"[^"]*"/g, '').matchAll(/(?<=\s|\[)--[\w-]+/g)].map(([flag]) => flag);
    expect([command, flags.filter((flag) => !known.includes(flag))]).toEqual([command, []]);
  }
});

it('there are many', () => {
  expect(pages.flatMap(commandsOf).length).toBeGreaterThan(40);
});
