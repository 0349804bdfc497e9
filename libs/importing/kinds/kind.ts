import type { MoneyAmount } from '@tenure/customer';
import type { TimeValue } from '../fields/dates/cell-time.js';

/** What a cell is read as. */
export type FieldType = 'text' | 'time' | 'day' | 'money' | 'number' | 'flag';

export interface FieldDefinition {
  readonly type: FieldType;
  readonly required?: true;
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
  /** Tells several steps of one name and key apart: as it is written in the file. */
  readonly part?: string;
}

/** What every row may have beside the kind's own fields. */
export interface RowBasis {
  readonly customer_id: string;
  readonly occurred_at?: TimeValue;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What a row can be: a small table of fields, and the commands it becomes. Shapes and rules are the commands' own. */
export interface Kind<Row extends RowBasis> {
  readonly name: string;
  readonly fields: Readonly<Record<Exclude<keyof Row & string, 'attributes'>, FieldDefinition>>;
  /** The field that names a row. Where it is filled in, equal rows are one row twice; else they are as many facts. */
  readonly key: (keyof Row & string) | null;
  /** The fields that a row without a key is known by, with its customer: required ones, which no mapping leaves out. */
  readonly core: readonly (keyof Row & string)[];
  /** Rows say what holds of a customer, and the latest holds; else they are facts, each of which stays. */
  readonly states?: true;
  readonly takesAttributes: boolean;
  steps(row: Row, firstOfCustomer: boolean): Step[];
  /** What the row adds to the import's sum of money, less than 0 for a return. */
  amountOf?(row: Row): MoneyAmount | undefined;
}

/** A kind whose row type has been forgotten: rows are built from its own table of fields. */
export type AnyKind = Kind<RowBasis> & { readonly fields: Readonly<Record<string, FieldDefinition>> };

export function kindOf<Row extends RowBasis>(kind: Kind<Row>): AnyKind {
  return kind as unknown as AnyKind;
}
