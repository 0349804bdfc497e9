import { nearest } from '@tenure/shape';
import { ImportRefused } from '../import-refused.js';
import { complaints } from './complaints.js';
import { customers } from './customers.js';
import type { AnyKind } from './kind.js';
import { objections } from './objections.js';
import { purchases } from './purchases.js';
import { satisfaction } from './satisfaction.js';
import { visits } from './visits.js';

/** All kinds of rows. A further kind is one more file and one more line here. */
export const kinds: readonly AnyKind[] = [purchases, customers, complaints, visits, satisfaction, objections];

export function findKind(name: string): AnyKind {
  const kind = kinds.find((candidate) => candidate.name === name);
  if (kind) return kind;
  const names = kinds.map((candidate) => candidate.name);
  const near = nearest(name, names);
  throw new ImportRefused('unknown-kind', 'kind', `"${name}" can't be imported${near ? `, did you mean ${near}?` : ''} There are: ${names.join(', ')}`);
}
