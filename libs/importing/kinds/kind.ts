import type { TimeValue } from '../fields/dates/cell-time.js';
import type { Ranks } from '../mapping/vocabulary/words.js';
import type { RowProblem } from '../row-problem.js';
import type { WordsOfValues } from './enumerated.js';

/** The type that a cell is read as. */
export type FieldType = 'text' | 'word' | 'time' | 'day' | 'money' | 'number' | 'flag';

export interface FieldDefinition {
  readonly type: FieldType;
  /** For a word: the names of its values in files. Any other word is refused by the command's shape. */
  readonly words?: WordsOfValues;
  readonly required?: true;
  /** A file needs the field unless it has one of these. */
  readonly unless?: readonly string[];
  /** Recognised by names other than its own only in a file that has one of these. */
  readonly onlyWith?: readonly string[];
  /** Its pointer in the command's shape, if that is not the field's name in camelCase. */
  readonly pointer?: string;
}

/** One command that a row produces. */
export interface Step {
  readonly name: string;
  /** The command's body. */
  readonly data: { readonly customerId: string } & Readonly<Record<string, unknown>>;
  /** Registers an unknown customer by this fact. */
  readonly registers?: true;
  /** Only prepares the steps that follow: its refusal (the customer is registered already) does not matter. */
  readonly optional?: true;
  /** Tried when this one is refused; the same row then becomes one or the other. */
  readonly otherwise?: Step;
  /** The field with its time, if that is not `occurred_at`. */
  readonly timeField?: string;
  /** The field whose amount is a running total: what is recorded of it already is subtracted. */
  readonly totalField?: string;
  /** Distinguishes several steps with the same name and key: as written in the file. */
  readonly part?: string;
}

export interface Correction {
  /** Name of the command. */
  readonly name: string;
  /** Its field that names the fact. */
  readonly id: string;
  /** Fields with another name than in the command that recorded the fact. */
  readonly calls?: Readonly<Record<string, string>>;
}

/** Fields that every row may have beside those of the kind. */
export interface RowBasis {
  readonly customer_id: string;
  readonly occurred_at?: TimeValue;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
}

/** Fields that identify the customer of a row where no column is the customer's id; they stay with the personal data. */
export const identifyingFields = {
  customer_id: { type: 'text', required: true, unless: ['email', 'phone', 'account'] },
  email: { type: 'text', pointer: '/personal/email' },
  phone: { type: 'text', pointer: '/personal/phone' },
  name: { type: 'text', pointer: '/personal/name' },
} as const satisfies Record<string, FieldDefinition>;

/** What a row can be: a small table of fields, and the commands it becomes. Shapes and rules are those of the commands. */
export interface Kind<Row extends RowBasis, Cells = Row> {
  readonly name: string;
  readonly fields: Readonly<Record<Exclude<keyof Cells & string, 'attributes'>, FieldDefinition>>;
  /** The names of its fields in files, beside those that every kind knows for customers. */
  readonly words: Readonly<Record<string, Ranks>>;
  /** The field that names a row. Where it is filled in, equal rows are one row repeated; where not, each is a fact. */
  readonly key: (keyof Row & string) | null;
  /** The fields that identify a row without a key, with its customer: required ones, which every mapping includes. */
  readonly core: readonly (keyof Row & string)[];
  /** Rows state what holds for a customer, and the latest row wins; otherwise they are facts, each of which stays. */
  readonly states?: true;
  readonly takesAttributes: boolean;
  steps(row: Row, firstOfCustomer: boolean): Step[];
  /** Combines the rows of a file that have the same key; also called for a single row. */
  combine?: {
    /** Rows are one fact where one of these is mapped beside the key. */
    readonly whereAnyOf: readonly string[];
    /** Fields that belong to each row; an empty cell of any other field is filled from another row of its group. */
    readonly ofEachRow: readonly string[];
    rows(rows: readonly Row[], options: { readonly amountIsOfOrder: boolean }): Row | RowProblem;
  };
  /** The commands that correct its facts, and the field by which they name them: mentioned for a row that is recorded differently. */
  readonly corrections?: Readonly<Record<string, Correction>>;
  /** Commands whose amounts are added to, or subtracted from, the import's sum of money. */
  readonly sums?: Readonly<Record<string, 1 | -1>>;
}

/** A kind whose row type has been erased: rows are built from its own table of fields. */
export type AnyKind = Kind<RowBasis> & { readonly fields: Readonly<Record<string, FieldDefinition>> };

export function kindOf<Row extends RowBasis, Cells = Row>(kind: Kind<Row, Cells>): AnyKind {
  return kind as unknown as AnyKind;
}
