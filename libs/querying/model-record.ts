import type { RecordedEvent } from '@tenure/event-log';
import type { Fold } from '@tenure/streams';
import type { FittedModel } from './fitted-model.js';

export type ModelEventType = 'ModelFitted' | 'ModelPromoted' | 'ModelRetired' | 'ModelBacktested';

export const MODEL_STREAMS = 'model-';

/** Every model has a stream of its own: its fits, their promotions, and its back-tests. */
export const modelStream = (model: string): string => MODEL_STREAMS + model;

/** The state of the stream of one model: its fits, and which of them were promoted. A spend model has fits in each currency. */
export interface ModelRecord {
  /** In the order they were recorded. */
  readonly fits: readonly RecordedFit[];
  /** Which fit is promoted, by currency. */
  readonly promoted: ReadonlyMap<string | null, Promotion>;
}

export interface Promotion {
  /** Revision of the fit. */
  readonly revision: number;
  /** When it was promoted: milliseconds since 1970. */
  readonly promotedAt: number;
}

export interface RecordedFit {
  readonly revision: number;
  readonly fitted: FittedModel;
}

/** The content of a `ModelPromoted` event. `fit`: revision of the `ModelFitted` event on the same stream. */
export interface ModelPromoted {
  readonly fit: number;
  readonly currency: string | null;
  readonly reason: string | null;
}

/** The content of a `ModelRetired` event: from then on no fit is promoted in this currency. */
export interface ModelRetired {
  readonly currency: string | null;
  readonly reason: string | null;
}

interface GrowingRecord extends ModelRecord {
  readonly fits: RecordedFit[];
  readonly promoted: Map<string | null, Promotion>;
}

export const foldModel: Fold<GrowingRecord> = { initial: () => ({ fits: [], promoted: new Map() }), evolve };

export function modelRecord(events: readonly RecordedEvent[]): ModelRecord {
  return events.reduce(evolve, foldModel.initial());
}

function evolve(record: GrowingRecord, { type, data, recordedAt, position, revision }: RecordedEvent): GrowingRecord {
  if (type === 'ModelFitted') record.fits.push({ revision, fitted: { ...(data as FittedModel), fittedAt: new Date(recordedAt).toISOString(), position } });
  else if (type === 'ModelPromoted') record.promoted.set((data as ModelPromoted).currency, { revision: (data as ModelPromoted).fit, promotedAt: recordedAt });
  else if (type === 'ModelRetired') record.promoted.delete((data as ModelRetired).currency);
  return record;
}

/** What is recorded later, folded into a copy. */
export const grownRecord = ({ fits, promoted }: ModelRecord, since: readonly RecordedEvent[]): ModelRecord =>
  since.reduce<GrowingRecord>(evolve, { fits: [...fits], promoted: new Map(promoted) });

/**
 * Without the fits that nothing asks for as long as none of them is promoted: of each currency the latest fit, the latest ordinary one and
 * the promoted one stay. What figures are scored with is the same.
 */
export function withoutSupersededFits({ fits, promoted }: ModelRecord): ModelRecord {
  const wanted = new Set<FittedModel | null>(currenciesOf({ fits }).flatMap((currency) => [latestFit({ fits }, currency), ordinaryFit({ fits }, currency)]));
  const revisions = new Set([...promoted.values()].map(({ revision }) => revision));
  return { fits: fits.filter(({ revision, fitted }) => wanted.has(fitted) || revisions.has(revision)), promoted };
}

/** Whether each promoted fit is in the record. */
export const holdsPromoted = ({ fits, promoted }: ModelRecord): boolean =>
  [...promoted.values()].every((promotion) => fits.some(({ revision }) => revision === promotion.revision));

/** The fit that figures are scored with: the promoted one, otherwise the latest ordinary one. */
export function fitInForce({ fits, promoted }: ModelRecord, currency: string | null): FittedModel | null {
  const promotion = promoted.get(currency);
  if (promotion !== undefined) return fits.find(({ revision }) => revision === promotion.revision)?.fitted ?? null;
  return ordinaryFit({ fits }, currency);
}

/** The latest fit on all data, in the default unit. */
export function ordinaryFit({ fits }: Pick<ModelRecord, 'fits'>, currency: string | null): FittedModel | null {
  return fits.findLast(({ fitted }) => fitted.currency === currency && isOrdinary(fitted))?.fitted ?? null;
}

export function latestFit({ fits }: Pick<ModelRecord, 'fits'>, currency: string | null): FittedModel | null {
  return fits.findLast(({ fitted }) => fitted.currency === currency)?.fitted ?? null;
}

/** Every currency with a fit, the one of the latest fit last; null for a model without money. */
export function currenciesOf({ fits }: Pick<ModelRecord, 'fits'>): Array<string | null> {
  return [...new Set(fits.map(({ fitted }) => fitted.currency).reverse())].reverse();
}

/**
 * Version 0.1.0 recorded no `until`. A model of purchases without one covered every purchase day; for a spend model that can no
 * longer be determined, and its fits count as they did then.
 */
function isOrdinary({ until, population, timeUnit, customers, transactions, purchaseDays }: FittedModel): boolean {
  if (population !== 'all' || (timeUnit !== null && timeUnit !== 'week')) return false;
  return until === undefined ? timeUnit === null || customers + transactions === purchaseDays : until === null;
}
