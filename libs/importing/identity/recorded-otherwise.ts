import type { Command } from '@tenure/commanding';
import { formatMoney, type MoneyAmount } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import { shellQuoted } from '@tenure/shape/shell-quoted';
import { parseTime } from '@tenure/time';
import type { AnyKind } from '../kinds/kind.js';
import type { PaidLine } from '../kinds/purchase-row.js';
import type { PlannedCommand } from '../row-planner.js';
import { RowProblem } from '../row-problem.js';
import { fieldAt } from '../row-shapes.js';
import { isWrittenAlike } from './row-identity.js';

/** A longer command does not fit into a message. */
const longestCommand = 600;

interface Difference {
  /** The field's name in the command. */
  readonly name: string;
  readonly field: string;
  readonly recorded: string;
  readonly here: string;
}

/**
 * How a row with a known key differs from its fact; null if it does not: columns mapped in addition, or an option that reads the
 * same text differently, make no other fact.
 * @param fact null if it was voided
 */
export function recordedOtherwise(kind: AnyKind, { command, total }: PlannedCommand, fact: NewEvent | null, importId: string): RowProblem | null {
  if (fact === null) return voided(command);
  const found = differences(command, fact, (name) => (name === 'amount' && total?.field) || (fieldAt(kind, `/${name}`) ?? name));
  const [first] = found;
  if (!first) return null;
  const where = fact.metadata.importId === importId ? 'by another row of this file' : 'already';
  const list = found.map(({ field, recorded, here }) => `${field} is ${recorded} there, ${here} here`).join('; ');
  const why = total ? lessThanRecorded(command, fact) : '';
  return new RowProblem(
    'recorded-otherwise',
    first.field,
    `this is recorded ${where} with other content: ${list}; ${why}leave the row out if the record is right${correctionOf(kind, command, found)}`,
  );
}

/** A total can only grow without a correction. */
function lessThanRecorded({ data }: Command, fact: NewEvent): string {
  const { amount } = data as { readonly amount: MoneyAmount };
  return amount.minor < (fact.data as { readonly amount: MoneyAmount }).amount.minor
    ? 'the total went down, as in an older file or when something was taken back; '
    : '';
}

function voided({ name }: Command): RowProblem {
  return new RowProblem(
    'recorded-otherwise',
    null,
    `this was recorded with other content and voided since: leave the row out if that is right, else send ${name} to record it again`,
  );
}

function correctionOf({ corrections }: AnyKind, { name, customerId, data }: Command, differing: readonly Difference[]): string {
  const correction = corrections?.[name];
  if (!correction) return '';
  const given = data as Readonly<Record<string, unknown>>;
  const isChanged = (field: string): boolean => differing.some((each) => each.name === field);
  // The total of a purchase with lines is the sum of the lines.
  const names = differing.map((each) => each.name).concat(isChanged('amount') && !isChanged('lines') && given['lines'] ? 'lines' : []);
  const changed = Object.fromEntries(names.map((each) => [correction.calls?.[each] ?? each, given[each]]));
  const body = JSON.stringify({ customerId, [correction.id]: given[correction.id], reason: 'what was wrong', ...changed });
  if (given[correction.id] === undefined || body.length > longestCommand) return `, else send ${correction.name}`;
  return `, else send ${correction.name}: tenure command ${correction.name} --data-json ${shellQuoted(body)}`;
}

function differences(command: Command, fact: NewEvent, fieldOf: (name: string) => string): Difference[] {
  const alike = isWrittenAlike(command.payloadHash ?? '', fact.metadata.payloadHash);
  const recorded: Readonly<Record<string, unknown>> = { ...fact.data, ...fact.personal };
  const found: Difference[] = [];
  for (const [name, here] of Object.entries(command.data)) {
    if (here === undefined || here === null || name === 'customerId') continue;
    const there = name === 'occurredAt' ? timeOf(fact) : recorded[name];
    if (there === undefined || isSame(here, there, alike)) continue;
    found.push({ name, field: fieldOf(name), recorded: shown(there), here: shown(here) });
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
  if (Array.isArray(value)) return value.map(shownLine).join(' + ');
  return typeof value === 'object' && !(value instanceof RecordedTime) ? JSON.stringify(value) : String(value);
}

function shownLine({ product, quantity, amount }: PaidLine): string {
  return `${quantity} x ${product} ${formatMoney(amount)}`;
}
