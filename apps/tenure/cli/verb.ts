import { Option } from 'commander';
import type { Session } from './session.js';
import { WrongUsage } from './wrong-usage.js';

/** One word of the command line. A verb with `verbs` of its own only groups them. */
// biome-ignore lint/suspicious/noExplicitAny: each verb has options of its own
export interface Verb<Options = any> {
  readonly name: string;
  /** In commander's notation: `<kind> <file>`, `[id]`, `[fields...]`. */
  readonly arguments?: string;
  readonly summary: string;
  /** Whole lines to copy; `--help` begins with them. */
  readonly examples: readonly string[];
  /** Further lines of `--help`, after the options. */
  readonly notes?: readonly string[];
  readonly options?: readonly Option[];
  readonly verbs?: readonly Verb[];
  /** Whether the verb may create the data folder. A verb that only reads finds data or says that there is none. */
  readonly makesData?: true;
  /** Throws errors that `explain` can put into a sentence; a number is an exit code of its own. */
  run?(session: Session, args: Arguments, options: Options): Promise<void | number>;
}

/** In order; one that was not given is undefined, the rest of a list is an array. */
export type Arguments = readonly (string | readonly string[] | undefined)[];

/** The flag of an option, by its name in the options of a verb. */
export const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** An option whose value is one of a few words. */
export function wordOption(flags: string, summary: string, words: readonly string[]): Option {
  const name = /--[\w-]+/.exec(flags)?.[0] ?? flags;
  return new Option(flags, `${summary} (${words.join(', ')})`).argParser((text: string) => oneOf(text, words, name));
}

export function wholeNumberOption(flags: string, summary: string, least: number, most: number = Number.MAX_SAFE_INTEGER): Option {
  const name = /--[\w-]+/.exec(flags)?.[0] ?? flags;
  return new Option(flags, summary).argParser((text: string) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new WrongUsage(`${name} takes a whole number ${range}, not "${text}".`);
  });
}

/** The word, if it is known; else `WrongUsage`, which names the nearest known word. */
export function oneOf<Word extends string>(text: string, words: readonly Word[], what: string): Word {
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  throw new WrongUsage(`${what} cannot be "${text}".`, { word: text, known: words });
}

/** The text of an argument that commander guarantees. */
export function textOf(argument: Arguments[number]): string {
  return String(argument);
}
