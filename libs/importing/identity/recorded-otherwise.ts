import type { Command } from '@tenure/commanding';
import { formatMoney, type MoneyAmount } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import { parseTime } from '@tenure/time';
import type { AnyKind } from '../kinds/kind.js';
import { RowProblem } from '../row-problem.js';
import { fieldAt } from '../row-shapes.js';
import { isWrittenAlike } from './row-identity.js';

/** What corrects a fact that an import has recorded. */
const corrections: Readonly<Record<string, string>> = {
  RecordPurchase: 'CorrectPurchase',
  RecordReturn: 'CorrectReturn',
  LogComplaint: 'CorrectComplaint',
  RecordVisit: 'CorrectVisit',
  RecordSatisfaction: 'CorrectSatisfaction',
};

interface Difference {
  readonly field: string;
  readonly recorded: string;
  readonly here: string;
}

/**
 * What a row with a known key says that its fact does not; null if there is nothing: columns mapped in addition, or an
 * option that reads the same text in another way, make no other fact.
 */
export function recordedOtherwise(kind: AnyKind, command: Command, fact: NewEvent, importId: string): RowProblem | null {
  const found = differences(kind, command, fact);
  if (found.length === 0) return null;
  const where = fact.metadata.importId === importId ? 'by another row of this file' : 'already';
  const list = found.map(({ field, recorded, here }) => `${field} is ${recorded} there, ${here} here`).join('; ');
  const correction = corrections[command.name];
  const remedy = correction ? `leave the row out if the record is right, else send ${correction}` : 'leave the row out if the record is right';
  return new RowProblem('recorded-otherwise', found[0]!.field, `this is recorded ${where} with other content: ${list}; ${remedy}`);
}

function differences(kind: AnyKind, command: Command, fact: NewEvent): Difference[] {
  const alike = isWrittenAlike(command.payloadHash ?? '', fact.metadata.payloadHash);
  const recorded: Readonly<Record<string, unknown>> = { ...fact.data, ...fact.personal };
  const found: Difference[] = [];
  for (const [name, here] of Object.entries(command.data)) {
    if (here === undefined || here === null || name === 'customerId') continue;
    const there = name === 'occurredAt' ? timeOf(fact) : recorded[name];
    if (there === undefined || isSame(here, there, alike)) continue;
    found.push({ field: fieldAt(kind, `/${name}`) ?? name, recorded: shown(there), here: shown(here) });
  }
  return found;
}

function isSame(here: unknown, there: unknown, alike: boolean): boolean {
  if (there instanceof RecordedTime) return alike || there.isAt(String(here));
  if (isMoney(here) && isMoney(there)) {
    if (here.currency === there.currency) return here.minor === there.minor;
    return alike;
  }
  return JSON.stringify(here) === JSON.stringify(there);
}

/** When a fact happened: a day is compared by day. */
class RecordedTime {
  constructor(
    private readonly epoch: number,
    private readonly isDay: boolean,
  ) {}

  isAt(text: string): boolean {
    return this.isDay || text.length === 10 ? this.toString().slice(0, 10) === text.slice(0, 10) : parseTime(text) === this.epoch;
  }

  toString(): string {
    const text = new Date(this.epoch).toISOString();
    return this.isDay ? text.slice(0, 10) : text;
  }
}

function timeOf({ occurredAt, precision }: NewEvent): RecordedTime {
  return new RecordedTime(occurredAt, precision === 'day');
}

function isMoney(value: unknown): value is MoneyAmount {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

function shown(value: unknown): string {
  if (isMoney(value)) return formatMoney(value);
  return typeof value === 'object' && !(value instanceof RecordedTime) ? JSON.stringify(value) : String(value);
}
