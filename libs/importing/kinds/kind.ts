import type { TimeValue } from '../fields/dates/cell-time.js';
import type { Ranks } from '../mapping/vocabulary/words.js';
import type { RowProblem } from '../row-problem.js';
import type { WordsOfValues } from './enumerated.js';

/** What a cell is read as. */
export type FieldType = 'text' | 'word' | 'time' | 'day' | 'money' | 'number' | 'flag';

export interface FieldDefinition {
  readonly type: FieldType;
  /** Of a word: what its values are called in files. Any other word is for the command's shape to refuse. */
  readonly words?: WordsOfValues;
  readonly required?: true;
  /** A file needs it unless it has one of these. */
  readonly unless?: readonly string[];
  /** Recognised by other names than its own only in a file that has one of these. */
  readonly onlyWith?: readonly string[];
  /** Where the command's shape knows it, if that is not the field's name in camelCase. */
  readonly pointer?: string;
}

/** One command that a row leads to. */
export interface Step {
  readonly name: string;
  /** The command's body. */
  readonly data: { readonly customerId: string } & Readonly<Record<string, unknown>>;
  /** Registers a customer nobody knows yet by this fact. */
  readonly registers?: true;
  /** Only eases what follows: its being refused (the customer is registered already) does not matter. */
  readonly optional?: true;
  /** Tried when this one is refused; the same row is then one or the other. */
  readonly otherwise?: Step;
  /** The field with the time of it, if that is not `occurred_at`. */
  readonly timeField?: string;
  /** The field whose amount is a total so far: what is recorded of it already is taken off. */
  readonly totalField?: string;
  /** Tells several steps of one name and key apart: as it is written in the file. */
  readonly part?: string;
}

export interface Correction {
  /** Of the command. */
  readonly name: string;
  /** Its field that names the fact. */
  readonly id: string;
  /** Fields that it calls otherwise than the command that recorded the fact. */
  readonly calls?: Readonly<Record<string, string>>;
}

/** What every row may have beside the kind's own fields. */
export interface RowBasis {
  readonly customer_id: string;
  readonly occurred_at?: TimeValue;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
}

/** What tells whose row it is where no column is the customer's id; it stays with the customer's personal data. */
export const identifyingFields = {
  customer_id: { type: 'text', required: true, unless: ['email', 'phone', 'account'] },
  email: { type: 'text', pointer: '/personal/email' },
  phone: { type: 'text', pointer: '/personal/phone' },
  name: { type: 'text', pointer: '/personal/name' },
} as const satisfies Record<string, FieldDefinition>;

/** What a row can be: a small table of fields, and the commands it becomes. Shapes and rules are the commands' own. */
export interface Kind<Row extends RowBasis, Cells = Row> {
  readonly name: string;
  readonly fields: Readonly<Record<Exclude<keyof Cells & string, 'attributes'>, FieldDefinition>>;
  /** What its fields are called in files, beside what every kind knows of customers. */
  readonly words: Readonly<Record<string, Ranks>>;
  /** The field that names a row. Where it is filled in, equal rows are one row twice; else they are as many facts. */
  readonly key: (keyof Row & string) | null;
  /** The fields that a row without a key is known by, with its customer: required ones, which no mapping leaves out. */
  readonly core: readonly (keyof Row & string)[];
  /** Rows say what holds of a customer, and the latest holds; else they are facts, each of which stays. */
  readonly states?: true;
  readonly takesAttributes: boolean;
  steps(row: Row, firstOfCustomer: boolean): Step[];
  /** Several rows of a file that have one key, as one; also called for a row by itself. */
  combine?: {
    /** Rows are of one fact where one of these is mapped beside the key. */
    readonly whereAnyOf: readonly string[];
    /** Fields that each row has for itself; the others an empty row takes from another of its group. */
    readonly ofEachRow: readonly string[];
    rows(rows: readonly Row[], options: { readonly amountIsOfOrder: boolean }): Row | RowProblem;
  };
  /** What corrects the facts that its commands record, and by what it names them: said of a row that is recorded otherwise. */
  readonly corrections?: Readonly<Record<string, Correction>>;
  /** Commands whose amounts are added to the import's sum of money, or taken off. */
  readonly sums?: Readonly<Record<string, 1 | -1>>;
}

/** A kind whose row type has been forgotten: rows are built from its own table of fields. */
export type AnyKind = Kind<RowBasis> & { readonly fields: Readonly<Record<string, FieldDefinition>> };

export function kindOf<Row extends RowBasis, Cells = Row>(kind: Kind<Row, Cells>): AnyKind {
  return kind as unknown as AnyKind;
}
