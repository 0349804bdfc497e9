import { bdw, type CohortSurvivors, type Fit, foretellSurvivors, ModelError, type RetentionModel, sbg } from '@tenure/models';

/** A model fitted to one cohort or to all. */
export interface Curve {
  readonly of: 'own' | 'all-cohorts';
  readonly model: RetentionModel;
  readonly fit: Fit;
  /** Why this curve and no other: a sentence. */
  readonly why: string;
  /** How much lower its AIC is than that of the next best; null where it was compared with none. */
  readonly margin: number | null;
}

/** A curve, or why there is none. */
export type CurveOrReason = { readonly curve: Curve; readonly reason: null } | { readonly curve: null; readonly reason: string };

/** Renewals that a cohort must have behind it to have a curve of its own. */
const leastPeriods = 3;

const reasonOf = (reason: string): CurveOrReason => ({ curve: null, reason });

/** The curve of all cohorts together, each as far as it is observed. A cohort of which nothing is known yet says nothing. */
export function curveOfAll(cohorts: readonly CohortSurvivors[]): CurveOrReason {
  const observed = cohorts.filter(({ alive }) => alive.length > 1);
  if (observed.length === 0) return reasonOf('No cohort has been observed for a period yet: ask again later, or with a shorter granularity or silence.');
  return fitted(observed, 'all-cohorts');
}

/**
 * The curve of one cohort: its own where it has three periods behind it and its AIC is lower than that of the curve of all cohorts, which
 * spends no parameter on it; else that of all.
 */
export function curveOfCohort(cohort: CohortSurvivors, all: CurveOrReason, isOnlyOne: boolean): CurveOrReason {
  const periods = cohort.alive.length - 1;
  const young = `Only ${periods} of the ${leastPeriods} periods that a curve of its own needs ${periods === 1 ? 'is' : 'are'} known`;
  if (periods < leastPeriods) return asAll(all, young);
  if (isOnlyOne) return all.curve === null ? all : { curve: { ...all.curve, of: 'own' }, reason: null };
  const own = fitted([cohort], 'own');
  if (all.curve === null) return own;
  if (own.curve === null) return asAll(all, own.reason.replace(/\.$/, ''));
  const margin = -2 * all.curve.model.logLikelihood(all.curve.fit.parameters, [cohort]) - own.curve.fit.aic!;
  if (margin <= 0) return asAll(all, `Its own curve (${own.curve.model.name}) explains it no better: its AIC is ${(-margin).toFixed(1)} higher`);
  const why = `${own.curve.why} The curve of all cohorts has an AIC ${margin.toFixed(1)} above it.`;
  return { curve: { ...own.curve, why, margin: Math.min(margin, own.curve.margin ?? Infinity) }, reason: null };
}

const asAll = (all: CurveOrReason, because: string): CurveOrReason =>
  all.curve === null
    ? reasonOf(`${because}. For all cohorts: ${all.reason}`)
    : { curve: { ...all.curve, why: `${because}. So it takes the curve of all cohorts: ${all.curve.why}` }, reason: null };

/** The model with the lower AIC (Akaike 1974), among equals the sBG, which has fewer parameters. */
function fitted(cohorts: readonly CohortSurvivors[], of: Curve['of']): CurveOrReason {
  const found = [sbg, bdw].map((model) => attempt(model, cohorts));
  const usable = found.flatMap((one) => (typeof one === 'string' ? [] : [one])).sort((one, other) => Math.round((one.fit.aic! - other.fit.aic!) * 1e6));
  const [best, next] = usable;
  if (best === undefined) return reasonOf(found.find((one) => typeof one === 'string')!);
  const margin = next === undefined ? null : Math.max(0, next.fit.aic! - best.fit.aic!);
  const why = margin === null ? `Only ${best.model.name} could be fitted.` : `${best.model.name} has the lower AIC of sbg and bdw, by ${margin.toFixed(1)}.`;
  return { curve: { of, ...best, why, margin }, reason: null };
}

/** A fit that can be projected from, or why it cannot. */
function attempt(model: RetentionModel, cohorts: readonly CohortSurvivors[]): { model: RetentionModel; fit: Fit } | string {
  try {
    const fit = model.fit(cohorts);
    if (!fit.converged) return `The search for ${model.name} did not end.`;
    if (foretellSurvivors(model, fit, 1, 1, 1) === null) return `By ${model.name} nobody leaves any more, or the data do not say how many: ${fit.boundary}`;
    return { model, fit };
  } catch (error) {
    if (error instanceof ModelError && error.code === 'too-little-data') return error.message;
    throw error;
  }
}
