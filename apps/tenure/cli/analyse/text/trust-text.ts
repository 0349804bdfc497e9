import { percent } from '../../output/figures.js';
import { grouped } from '../../output/table.js';
import type { Analysis } from '../analysis.js';
import { durationText } from './duration-text.js';
import { paragraph } from './paragraph.js';

/** Which model the figures come from, and how it would have done on the last days that are known. */
export function trustText({ models, backtest, missing }: Pick<Analysis, 'models' | 'backtest' | 'missing'>): string {
  const lines: string[] = [];
  if (models !== null) lines.push(paragraph(`Model of purchases: ${models.chosen.model}. ${models.chosen.why}`));
  for (const { model, reason } of models?.notFitted ?? []) lines.push(paragraph(`${model} could not be fitted: ${reason}`));
  if (backtest !== null) {
    const { at, horizon, customers, meanProbability, baseRate, auc, brier, calibrationError } = backtest;
    const off = calibrationError === undefined ? null : `Its likelihoods were ${percent(calibrationError)} off on average.`;
    const foretold = `Fitted on ${grouped(customers)} customers up to ${at} it foretold that ${percent(meanProbability)} would not buy within ${durationText(horizon)}; ${percent(baseRate)} did not.`;
    lines.push(paragraph(foretold, `AUC ${auc?.toFixed(3) ?? '-'}, Brier score ${brier.toFixed(3)}.`, off));
  } else if (missing['backtest'] !== undefined) lines.push(paragraph(missing['backtest']));
  return lines.join('\n');
}
