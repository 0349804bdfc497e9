import { isIdentifier } from '@tenure/shape';
import { wrongParameter } from '../problems/problem.js';

/** `PurchaseRecorded,ComplaintLogged`; also as CloudEvents types, `tenure.customer.PurchaseRecorded.v1`. Null: all. */
export function readTypes(text: string | undefined): ReadonlySet<string> | null {
  if (text === undefined) return null;
  const types = text.split(',').map((type) => /^(?:tenure\.\w+\.)?([A-Z]\w{0,99}?)(?:\.v\d+)?$/.exec(type.trim())?.[1]);
  if (types.every((type) => type !== undefined)) return new Set(types as string[]);
  throw wrongParameter('types', 'wrong-type-name', 'must be event types with a comma between, e.g. PurchaseRecorded,ComplaintLogged');
}

export function readCount(name: string, text: string | undefined, least: number, most: number, fallback: number): number {
  if (text === undefined) return fallback;
  const count = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw wrongParameter(name, 'wrong-number', `must be a whole number from ${least} to ${most}`);
}

/** As events name it: `key:<id>`, `import`, `TENURE_API_KEY`, ... Null: anybody. */
export function readActor(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isIdentifier(text, 255)) return text;
  throw wrongParameter('actor', 'wrong-actor', 'must be who recorded events, as they say it');
}
