import type { Query } from '@tenure/client/browser';
import { type Kind, kinds } from './fields.js';

/** How a file is read, where the engine is told. Left out: it finds out by itself. */
export const readings = ['currency', 'timeZone', 'dateFormat', 'decimal', 'encoding', 'delimiter', 'sheet', 'skipLines'] as const;
export type Reading = (typeof readings)[number];

export interface ImportState extends Readonly<Partial<Record<Reading, string>>> {
  readonly kind: Kind;
  /** `none`: the file is no export that is known by its columns. */
  readonly preset?: string;
  /** Field to column, where the reader said so. */
  readonly map?: Readonly<Record<string, string>>;
}

export function importState(search: Record<string, unknown>): ImportState {
  const given = ['preset', ...readings].flatMap((name) => {
    const value = search[name];
    return (typeof value === 'string' || typeof value === 'number') && value !== '' ? [[name, String(value)] as const] : [];
  });
  const map = mapOf(search['map']);
  return { kind: kinds.find((kind) => kind === search['kind']) ?? 'purchases', ...Object.fromEntries(given), ...(map && { map }) };
}

function mapOf(given: unknown): Record<string, string> | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const pairs = Object.entries(given).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '');
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

/** The options of the import, as the route takes them. */
export function importQuery({ kind: _, map, ...options }: ImportState, fileName: string, dryRun: boolean): Query<'/v1/imports/{kind}', 'post'> {
  return { ...options, ...(map && { map: JSON.stringify(map) }), fileName, dryRun } as Query<'/v1/imports/{kind}', 'post'>;
}
