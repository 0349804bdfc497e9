import type { FitState, JudgedFit } from './fit-state.js';

/** A fit in lists and exports. */
export interface FitLine {
  readonly model: string;
  readonly currency: string | null;
  readonly state: FitState;
  readonly promotedAt: string | null;
  readonly fittedAt: string;
  readonly position: string;
  readonly trainedTo: string;
  readonly customers: number;
}

export const fitColumns = ['model', 'currency', 'state', 'promotedAt', 'fittedAt', 'position', 'trainedTo', 'customers'] as const;

export function fitLine(model: string, { fit, state, promotion }: JudgedFit): FitLine {
  const { currency, fittedAt, position, trainedTo, customers } = fit;
  const promotedAt = promotion && timeOf(promotion.promotedAt);
  return { model, currency, state, promotedAt, fittedAt: timeOf(fittedAt), position, trainedTo, customers };
}

const timeOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
