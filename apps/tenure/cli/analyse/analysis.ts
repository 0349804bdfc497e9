import type { Schemas } from '@tenure/client';

/** What `--json` prints; `openapi.json` describes it. */
export type Analysis = Schemas['Analysis'];

/** A part of the report, or the sentence why it cannot be given. */
export type Part<Given> = { readonly given: Given } | { readonly missing: string };

type PartName = 'retention' | 'lifecycle' | 'models' | 'churnLikelihood' | 'lifetimeValue' | 'backtest';

export type Parts = { readonly [Name in PartName]: Part<NonNullable<Analysis[Name]>> };

export function analysisOf(file: Analysis['file'], present: string | null, parts: Parts): Analysis {
  const reasons = Object.entries(parts).flatMap(([name, part]) => ('missing' in part ? [[name, part.missing] as const] : []));
  return {
    version: 1,
    present,
    file,
    retention: givenOf(parts.retention),
    lifecycle: givenOf(parts.lifecycle),
    models: givenOf(parts.models),
    churnLikelihood: givenOf(parts.churnLikelihood),
    lifetimeValue: givenOf(parts.lifetimeValue),
    backtest: givenOf(parts.backtest),
    missing: Object.fromEntries(reasons),
  };
}

const givenOf = <Given>(part: Part<Given>): Given | null => ('given' in part ? part.given : null);
