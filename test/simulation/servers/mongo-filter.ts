import type { Document } from 'mongodb';
import type { Id, Stored } from './mongo-server.js';

type Comparison = (value: never, operand: never) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  $in: (value: Id, operand: readonly Id[]) => operand.includes(value),
  $ne: (value: unknown, operand: unknown) => (value ?? null) !== operand,
  $gt: (value: Id, operand: Id) => value > operand,
  $gte: (value: Id, operand: Id) => value >= operand,
  $lt: (value: Id, operand: Id) => value < operand,
};

/** Whether a record matches a filter. Only operators that the adapters use are supported; any other is an error of the simulation. */
export function passes(record: Stored, filter: Document): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    const value: unknown = record[field];
    if (typeof condition !== 'object' || condition === null) return value === condition;
    return Object.entries(condition).every(([operator, operand]) => {
      const compare = comparisons[operator];
      if (!compare) throw new Error(`The simulated MongoDB does not know ${operator}.`);
      return compare(value as never, operand as never);
    });
  });
}

/** The record after an update. */
export function updated(record: Stored, { $set = {}, $inc = {}, $unset = {}, ...rest }: Document): Stored {
  if (Object.keys(rest).length > 0) throw new Error(`The simulated MongoDB does not know ${Object.keys(rest).join(', ')}.`);
  const next: Document & { _id: Id } = { ...record, ...$set };
  for (const [field, by] of Object.entries($inc)) next[field] = (next[field] ?? 0) + (by as number);
  for (const field of Object.keys($unset)) delete next[field];
  return next;
}
