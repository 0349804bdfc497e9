import { isIdentifier, nearest } from '@tenure/shape';
import { wrongParameter } from '../problems/problem.js';
import type { EventKind } from './event-kind.js';

/** `PurchaseRecorded,ComplaintLogged`; also as CloudEvents types, `tenure.customer.PurchaseRecorded.v1`. Null: all. */
export function readTypes(text: string | undefined, kinds: readonly Pick<EventKind, 'type'>[]): ReadonlySet<string> | null {
  if (text === undefined) return null;
  const known = kinds.map(({ type }) => type);
  const types = text.split(',').map((type) => /^(?:tenure\.\w+\.)?(\w{1,100}?)(?:\.v\d+)?$/.exec(type.trim())?.[1] ?? type.trim());
  const unknown = types.find((type) => !known.includes(type));
  if (unknown === undefined) return new Set(types);
  const meant = nearest(unknown, known);
  const remedy = meant === null ? `write event types with a comma between: ${known.join(', ')}` : `did you mean ${meant}?`;
  throw wrongParameter('types', 'wrong-type-name', `has "${unknown.slice(0, 100)}", which is no type of event: ${remedy}`);
}

export function readCount(name: string, text: string | undefined, least: number, most: number, fallback: number): number {
  if (text === undefined) return fallback;
  const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw wrongParameter(name, 'wrong-number', `must be a whole number from ${least} to ${most}`);
}

/** In the form of events: `key:<id>`, `import`, `TENURE_API_KEY`, ... Null: any actor. */
export function readActor(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isIdentifier(text, 255)) return text;
  throw wrongParameter('actor', 'wrong-actor', 'must be who recorded events, as they say it');
}
