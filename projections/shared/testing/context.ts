import type { FittedModel, ModelShelf, PersonalData, QueryContext } from '@tenure/querying';
import type { ReadSnapshot } from '@tenure/read-store';
import { termsKind, termsRecord } from '@tenure/terms';
import { eventOf, type GivenEvent } from './events.js';

/** A query's context in a spec: `now` far after every fact unless given; `terms`: what was stated about the lifetime value. */
export function contextOf(
  snapshot: ReadSnapshot,
  {
    now = '2026-11-22T00:00:00Z',
    models = [],
    terms = [],
    timezone = 'UTC',
    currency = 'USD',
    personal = true,
  }: { now?: string; models?: readonly FittedModel[]; terms?: readonly GivenEvent[]; timezone?: string; currency?: string; personal?: boolean } = {},
): QueryContext {
  const stated = termsRecord(terms.map((each, revision) => eventOf(termsKind, 'lifetime-value', revision, each)));
  return {
    snapshot,
    reader: { personal },
    personal: nothingSealed,
    models: shelfOf(models),
    terms: { of: async () => stated },
    now: Date.parse(now),
    asAt: null,
    timezone,
    currency,
  };
}

/** For read models that were folded from events in clear. */
export const nothingSealed: PersonalData = { open: async (kept) => kept.map(({ fields }) => ({ fields, sealed: null })) };

/** Fits that are all in force; `promoted`: names of models, the one promoted last at the end. */
export function shelfOf(fits: readonly FittedModel[], promoted: readonly string[] = []): ModelShelf {
  return {
    promotedAt: async (model) => (promoted.includes(model) ? promoted.indexOf(model) : null),
    inForce: async (model, currency) => fits.findLast((fit) => fit.model === model && (currency === undefined || fit.currency === currency)) ?? null,
    currencies: async (model) => fits.flatMap((fit) => (fit.model === model && fit.currency !== null ? [fit.currency] : [])),
  };
}
