import type { RecordedEvent } from '@tenure/event-log';
import type { Cell } from '@tenure/querying';
import type { CellAmount, ReadSnapshot } from '@tenure/read-store';
import type { Schema } from '@tenure/shape/schema';

/**
 * What the customer file stores about one aspect, and what its page shows of it. The properties of `Part` are merged with those of the
 * other sections in the document, those of `Shown` on the page: no two sections use the same name.
 * Facts only: the timeline shows the free texts about them.
 */
export interface Section<Part extends object, Shown extends object> {
  /** The part of a customer about whom nothing is known. */
  initial(): Part;
  /** By type of event: each changes the part in place; the result does not depend on the order in which events arrive. */
  readonly folds: Readonly<Record<string, (part: Part, event: RecordedEvent) => void>>;
  /** Properties whose numbers are given by callers and not summed up (`Projection.given`). */
  readonly given?: ReadonlyArray<keyof Part & string>;
  /** Adds the customer's contribution to sums to `cells`, in cells that no other section has. */
  contribute?(part: Part, cells: CellAmount[]): void;
  show(part: Part): Shown;
  /** The schema of what it shows, for OpenAPI. */
  readonly answer: Fields<Shown>;
  /** The descriptions of its fields on the definition page. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A section that contributes to the lines of lists; `Line` is merged with the lines of the others. */
export interface Listed<Shown, Line extends object> {
  readonly line: { readonly answer: Fields<Line>; of(shown: Shown): Line };
}

/** A section that contributes columns to the export. */
export interface Exported<Shown> {
  readonly columns: Columns<Shown>;
  /** Columns whose names depend on the data, such as those of each currency: they come after all others. */
  readonly named?: NamedColumns<Shown>;
}

export type Fields<Answer> = { readonly [Name in keyof Required<Answer>]: Schema };

/** The value of each column for a customer, by name. */
export type Columns<Shown> = Readonly<Record<string, (shown: Shown) => Cell>>;

export interface NamedColumns<Shown> {
  /** Every existing name, ascending. */
  names(snapshot: ReadSnapshot): Promise<readonly string[]>;
  of(name: string): Columns<Shown>;
  readonly texts: Readonly<Record<string, string>>;
}

/** The properties of all of these. */
export type Together<Each> = (Each extends unknown ? (each: Each) => void : never) extends (whole: infer Whole) => void ? Whole : never;

/** The properties of all of these in one object, in their order. */
export function together<Each extends object>(parts: readonly Each[]): Together<Each> {
  const whole = {};
  for (const part of parts) Object.assign(whole, part);
  return whole as Together<Each>;
}
