/** How a part of a cell's name is written and read. Its texts match `pattern`, and no other text does. */
export interface CellPart<Value> {
  /** The source of a regular expression without groups. */
  readonly pattern: string;
  write(value: Value): string | number;
  read(text: string): Value;
}

type ValuesOf<Parts extends readonly unknown[]> = Parts extends readonly [infer Head, ...infer Rest]
  ? [...(Head extends CellPart<infer Value> ? [Value] : []), ...ValuesOf<Rest>]
  : [];

/**
 * The names of one kind of cell of a read model, such as `mn324`: a letter of its own, then parts, with texts in between.
 * Sums are stored under these names, so a kind may change its names only with the version of its projection.
 */
export interface CellKey<Values extends readonly unknown[]> {
  /** The prefix of all cells of the kind; cells of other kinds may begin with it too. */
  readonly prefix: string;
  of(...values: Values): string;
  /** The values in the name; null when the cell is of another kind. */
  read(cell: string): Values | null;
}

/** A whole number, also a negative one. */
export const whole: CellPart<number> = { pattern: '-?\\d+', write: (value) => value, read: Number };

/** ISO 4217. */
export const currency: CellPart<string> = { pattern: '[A-Z]{3}', write: (value) => value, read: (text) => text };

/** One of some names, written as one letter each. */
export function letterOf<Name extends string>(letters: Readonly<Record<Name, string>>): CellPart<Name> {
  const names = Object.fromEntries((Object.keys(letters) as Name[]).map((name) => [letters[name], name])) as Record<string, Name>;
  return { pattern: `[${Object.values(letters).join('')}]`, write: (name) => letters[name], read: (letter) => names[letter]! };
}

// biome-ignore lint/suspicious/noExplicitAny: each part has values of its own; `ValuesOf` finds out which
export function cellKey<const Parts extends readonly (string | CellPart<any>)[]>(prefix: string, ...parts: Parts): CellKey<ValuesOf<Parts>> {
  const values: CellPart<unknown>[] = [];
  /** Before the first value, between values, after the last. */
  const texts = [prefix];
  for (const part of parts) {
    if (typeof part === 'string') texts.push(texts.pop()! + part);
    else {
      values.push(part);
      texts.push('');
    }
  }
  const name = new RegExp(`^${texts.map(escaped).reduce((source, text, at) => `${source}(${values[at - 1]!.pattern})${text}`)}$`);
  return {
    prefix,
    of: writing(texts, values) as CellKey<ValuesOf<Parts>>['of'],
    read(cell) {
      const found = name.exec(cell);
      return found && (values.map((part, at) => part.read(found[at + 1]!)) as ValuesOf<Parts>);
    },
  };
}

/** Contributions are computed for each changed document: names of one or two values are written without a loop. */
function writing(texts: readonly string[], values: readonly CellPart<unknown>[]): (...given: unknown[]) => string {
  const [before, between, after] = texts as [string, string, string];
  const [first, second] = values as [CellPart<unknown>, CellPart<unknown>];
  if (values.length === 1) return (one) => before + first.write(one) + between;
  if (values.length === 2) return (one, other) => before + first.write(one) + between + second.write(other) + after;
  return (...given) => values.reduce((text, part, at) => text + part.write(given[at]) + texts[at + 1], before);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
