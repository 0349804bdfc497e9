import type { FittedModel, QueryContext } from '@tenure/projecting';
import type { ReadSnapshot } from '@tenure/read-store';

/** A query's surroundings in a spec: `now` far after every fact unless said otherwise. */
export function contextOf(
  snapshot: ReadSnapshot,
  {
    now = '2026-11-22T00:00:00Z',
    models = [],
    timezone = 'UTC',
    currency = 'USD',
  }: { now?: string; models?: readonly FittedModel[]; timezone?: string; currency?: string } = {},
): QueryContext {
  const shelf = new Map(models.map((model) => [model.model, model]));
  return { snapshot, models: { latest: async (name) => shelf.get(name) ?? null }, now: Date.parse(now), timezone, currency };
}
