import { type KeyedHash, payloadHashOf } from '@tenure/log-secret';
import { HashCounts } from '../hash-counts.js';
import type { AnyKind, Step } from '../kinds/kind.js';
import type { BuiltRow } from '../mapping/row-builder.js';

/** 128 bits in base64url: two different rows share an id with a probability of 1e-23 among 100 million. */
const idLength = 22;
const half = idLength / 2;
const between = '\u001f';

/** The id of a step of a row in the log, and the hash of its content. */
export interface StepIdentity {
  readonly id: string;
  /** Undefined where the row's content is not hashed: then it is made from the command's body. */
  readonly payloadHash?: string;
}

/**
 * Gives every row the same ids each time it is imported. They derive from the text of the row, not from how the file or the options
 * present it: a day without its zone, an amount without its decimal mark, and no column whose mapping is optional.
 * A row with a key is identified by its key. Rows without one may be equal and yet two facts: the second, third, ... of them are
 * counted from the top, so that a file which has grown gives its old rows the ids they had.
 */
export class RowIdentity {
  readonly #ordinals = new HashCounts();
  readonly #money: readonly string[];

  constructor(
    private readonly kind: AnyKind,
    private readonly keyed: KeyedHash,
    private readonly importId: string,
  ) {
    this.#money = Object.keys(kind.fields).filter((field) => kind.fields[field]?.type === 'money');
  }

  hasKey(row: BuiltRow): boolean {
    return this.kind.key !== null && row[this.kind.key] !== undefined;
  }

  /** The identity of each step; called once for each row, in the order of the file. */
  ofRow(row: BuiltRow, steps: readonly Step[]): StepIdentity[] {
    const facts = steps.some((step) => !this.#isStatement(step));
    const base = facts && !this.hasKey(row) ? this.#coreOf(row) : null;
    return steps.map((step) => this.#ofStep(row, step, base));
  }

  /** A statement holds until the next one: each import makes its own, and the customer's state shows whether anything changes. */
  ofStatement({ name, data }: Step): StepIdentity {
    return { id: this.#digest('import-statement', `${this.importId}${between}${name}${between}${JSON.stringify(data)}`) };
  }

  #ofStep(row: BuiltRow, step: Step, base: string | null): StepIdentity {
    if (this.#isStatement(step)) return this.ofStatement(step);
    const content = this.#digest('import-content', `${step.name}${between}${JSON.stringify(step.data)}`);
    if (base !== null) return { id: this.#digest('import-row', `${base}${between}${step.part ?? ''}`), payloadHash: payloadHashOf(this.keyed, content) };
    const key = [this.kind.name, step.name, 'key', row.customer_id, row.asWritten[this.kind.key as string] ?? '', step.part ?? ''].join(between);
    const written = this.#digest('import-written', this.#writtenOf(row, step));
    return { id: this.#digest('import-row', key), payloadHash: payloadHashOf(this.keyed, written.slice(0, half) + content.slice(0, half)) };
  }

  #isStatement(step: Step): boolean {
    return this.kind.states === true || step.optional === true;
  }

  /** The text of the core fields, and how often it occurred before. */
  #coreOf({ customer_id: customerId, asWritten }: BuiltRow): string {
    let core = `${this.kind.name}${between}${customerId}`;
    for (const field of this.kind.core) core += between + (asWritten[field] ?? '');
    return `${core}${between}${this.#ordinals.add(core)}`;
  }

  /** The parts that options affect: the time and the amount. */
  #writtenOf(row: BuiltRow, step: Step): string {
    let written = row.asWritten[step.timeField ?? 'occurred_at'] ?? '';
    for (const field of this.#money) written += between + (row.asWritten[field] ?? '');
    return written + between + (row.asWritten['currency'] ?? '');
  }

  #digest(purpose: string, text: string): string {
    return this.keyed.digest(purpose, text).slice(0, idLength);
  }
}

/** Whether two contents differ at most in the parts that options affect. */
export function isWrittenAlike(payloadHash: string, other: string): boolean {
  const start = payloadHash.lastIndexOf('.') + 1;
  return payloadHash.slice(0, start + half) === other.slice(0, start + half);
}
