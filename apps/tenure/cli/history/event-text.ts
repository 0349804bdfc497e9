import type { Schemas } from '@tenure/client';
import { moment, moneyText } from '../output/figures.js';
import { bold, dim } from '../output/style.js';
import { printable } from '../output/table.js';

type EventEnvelope = Schemas['CloudEvent'];

/** An event on two lines: what happened and when; then who recorded it, when and why. `withSubject`: also to whom. */
export function printEvent(event: EventEnvelope, { withSubject }: { readonly withSubject: boolean }): string {
  const { subject, revision, type, recordedtime, actor, onbehalfof, commandid, importid, causationid, sequence, data } = event;
  const name = /\.([A-Za-z]+)\.v\d+$/.exec(type)?.[1] ?? type;
  const cause = causationid === undefined ? `command ${commandid}` : `${causationid} (command ${commandid})`;
  const whose = withSubject ? `${subject} ` : '';
  const first = `${whose}${String(revision).padStart(4)}  ${when(event)}  ${bold(name.padEnd(22))} ${factsText(data)}`;
  const who = `${actor}${onbehalfof === undefined ? '' : ` for ${onbehalfof}`}${importid === undefined ? '' : ` in import ${importid}`}`;
  return `${printable(first).trimEnd()}\n${dim(printable(`      recorded ${moment(recordedtime)} by ${who}, because of ${cause}, position ${sequence}`))}`;
}

/** A day has no time of day; the padding keeps the columns aligned. */
function when({ time, precision }: EventEnvelope): string {
  const text = String(moment(time));
  return precision === 'day' ? text.slice(0, 10).padEnd(text.length) : text;
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? `${moment(value)} UTC` : value;
  if (isMoney(value)) return moneyText(value);
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'object' && value !== null) return `(${factsText(value)})`;
  return value === null ? 'none' : String(value);
}

/** A correction reads `was (amount $12.50 · at 2026-03-01) · now (...)`. */
function factsText(facts: object): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field} ${valueText(value)}`)
    .join(' · ');
}

function isMoney(value: unknown): value is { minor: number; currency: string } {
  const { minor, currency } = (value ?? {}) as { minor?: unknown; currency?: unknown };
  return typeof minor === 'number' && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
}
