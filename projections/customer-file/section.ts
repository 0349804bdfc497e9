import type { RecordedEvent } from '@tenure/event-log';
import type { Cell } from '@tenure/querying';
import type { CellAmount, ReadSnapshot } from '@tenure/read-store';
import type { Schema } from '@tenure/shape/schema';

/**
 * What the customer file keeps of one aspect, and what its page shows of it. The properties of `Part` stand beside those of the other
 * sections in the document, those of `Shown` on the page: no two sections name one alike.
 * Facts only: what was said about them in free words is told by the timeline.
 */
export interface Section<Part extends object, Shown extends object> {
  /** Of a customer of whom nothing is known. */
  initial(): Part;
  /** By type of event: each changes the part in place, to the same whatever order events arrive in. */
  readonly folds: Readonly<Record<string, (part: Part, event: RecordedEvent) => void>>;
  /** Properties whose numbers are callers' own and not added up (`Projection.given`). */
  readonly given?: ReadonlyArray<keyof Part & string>;
  /** Puts what the customer adds to sums into `cells`, in cells that no other section has. */
  contribute?(part: Part, cells: CellAmount[]): void;
  show(part: Part): Shown;
  /** What it shows, for OpenAPI. */
  readonly answer: Fields<Shown>;
  /** What the definition page says of its fields. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A section that has a part in the lines of lists, where `Line` stands beside what the others tell there. */
export interface Listed<Shown, Line extends object> {
  readonly line: { readonly answer: Fields<Line>; of(shown: Shown): Line };
}

/** A section that has columns in the export. */
export interface Exported<Shown> {
  readonly columns: Columns<Shown>;
  /** Columns that the data names, such as those of each currency: they come after all others. */
  readonly named?: NamedColumns<Shown>;
}

export type Fields<Answer> = { readonly [Name in keyof Required<Answer>]: Schema };

/** What each holds of a customer, by name. */
export type Columns<Shown> = Readonly<Record<string, (shown: Shown) => Cell>>;

export interface NamedColumns<Shown> {
  /** Every name that there is, ascending. */
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
