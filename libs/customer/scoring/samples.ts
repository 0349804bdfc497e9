import { examplesOf } from '../testing/examples.js';
import type { Samples } from '../testing/samples.js';
import { ObjectToScoring } from './object-to-scoring.command.js';
import { OverrideChurnLikelihood } from './override-churn-likelihood.command.js';
import { WithdrawChurnOverride } from './withdraw-churn-override.command.js';
import { WithdrawScoringObjection } from './withdraw-scoring-objection.command.js';

export const samples: Samples = examplesOf(OverrideChurnLikelihood, WithdrawChurnOverride, ObjectToScoring, WithdrawScoringObjection);
