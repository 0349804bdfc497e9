import type { AsOf } from '@tenure/querying';

/** `asOf` as answers carry it: times in RFC 3339. */
export interface AsOfBody {
  readonly position: string | null;
  readonly recordedAt: string | null;
  readonly lagMs: number;
}

export function asOfBody({ position, recordedAt, lagMs }: AsOf): AsOfBody {
  return { position, recordedAt: recordedAt === null ? null : rfc3339(recordedAt), lagMs };
}

/** `asOf` in headers, for answers that are rows and have no room for it. */
export function asOfHeaders({ position, recordedAt, lagMs }: AsOf): Record<string, string> {
  return { 'Tenure-Position': position ?? '', 'Tenure-Recorded-At': recordedAt === null ? '' : rfc3339(recordedAt), 'Tenure-Lag-Ms': String(lagMs) };
}

export function rfc3339(time: number): string {
  return new Date(time).toISOString();
}
