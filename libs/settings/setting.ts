/** One setting: its names in every place, its allowed values, and its default. */
export interface Setting<Value> {
  /** In environment: `TENURE_PORT`. The name in `tenure.config.json` and of the flag is the property's own: `port`. */
  readonly environment: string;
  readonly summary: string;
  /** For a person: "a whole number from 0 to 65535". */
  readonly allowed: string;
  readonly fallback: Value;
  /** A secret may also be read from the file that `<environment>_FILE` names, and is never printed. */
  readonly secret: boolean;
  /** A closed set lists its words, so that a near miss can be named. */
  readonly words?: readonly string[];
  /** What to give instead of this text, where that says more than `allowed`. */
  remedy?(text: string): string;
  /** Undefined when the text is not an allowed value. */
  parse(text: string): Value | undefined;
}

interface Common {
  readonly environment: string;
  readonly summary: string;
  readonly secret?: boolean;
}

export function wordSetting<Word extends string>(about: Common, words: readonly Word[], fallback: Word): Setting<Word> {
  return {
    ...about,
    secret: about.secret ?? false,
    allowed: `one of ${words.join(', ')}`,
    fallback,
    words,
    parse: (text) => words.find((word) => word === text),
  };
}

export function numberSetting(about: Common, least: number, most: number, fallback: number): Setting<number> {
  return {
    ...about,
    secret: about.secret ?? false,
    allowed: `a whole number from ${least} to ${most}`,
    fallback,
    parse(text) {
      const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
  };
}

export function textSetting<Fallback extends string | null>(
  about: Common,
  allowed: string,
  accepts: (text: string) => boolean,
  fallback: Fallback,
): Setting<string | Fallback> {
  return {
    ...about,
    secret: about.secret ?? false,
    allowed,
    fallback,
    parse: (text) => (accepts(text) ? text : undefined),
  };
}
