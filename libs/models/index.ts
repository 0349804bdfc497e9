export { bdw } from './contracts/bdw.js';
export type { CohortSurvivors } from './contracts/cohort-survivors.js';
export { type CausedCurve, type CausedTime, cumulativeIncidence } from './contracts/cumulative-incidence.js';
export { type ForetoldSurvivors, foretellSurvivors } from './contracts/foretold-survivors.js';
export { kaplanMeier, type ObservedTime, type SurvivalCurve, type SurvivalStep, survivalAt } from './contracts/kaplan-meier.js';
export { type MedianSurvival, medianSurvival } from './contracts/median-survival.js';
export type { RetentionModel, RetentionModelName } from './contracts/retention-model.js';
export { sbg } from './contracts/sbg.js';
export type { Fit, FitOptions, Parameters } from './fit.js';
export type { ComplaintRecord, ComplaintStep, CustomerRecord, SatisfactionAnswer } from './hazard/customer-record.js';
export type { HazardEvaluation, HazardHorizon, HazardTerm, Told, TypicalRecord } from './hazard/hazard-horizon.js';
export { type FeatureContribution, HazardLikelihood, hasKnownTerms } from './hazard/hazard-likelihood.js';
export { learnHazard } from './hazard/learn-hazard.js';
export { type HazardFeature, hazardFeatures, hazardModelName } from './hazard/terms.js';
export { ModelError, type ModelErrorCode } from './model-error.js';
export { isSilentAfter } from './numerics/seen-by.js';
export { wilsonInterval } from './numerics/wilson-interval.js';
export { bgBb } from './opportunities/bg-bb.js';
export { groupOpportunities, type OpportunityGroups, type OpportunityHistory, opportunityHistory } from './opportunities/opportunities.js';
export { type Assessment, areaUnderCurve, assess, type BrierParts, type CalibrationBin } from './outcomes/assess.js';
export { type CalibrationLine, calibrationLine } from './outcomes/calibration-line.js';
export { calibrateOutcomes, type OutcomeCalibration } from './outcomes/outcome-calibration.js';
export { type ProfitCurve, profitCurve, type RetentionCampaign, type TargetedShare } from './outcomes/profit-curve.js';
export { type PurchaseDays, packPurchaseDays } from './outcomes/purchase-days.js';
export { reasonsInOrder } from './outcomes/reasons-in-order.js';
export { middle95, ParameterDraws, parameterDrawCount } from './parameter-draws.js';
export { bgCnbdK } from './purchases/bg-cnbd-k.js';
export { bgNbd } from './purchases/bg-nbd.js';
export { type ChurnReason, churnReasons } from './purchases/churn-reasons.js';
export { type Discounting, discountedExpectedPurchases } from './purchases/discounted-purchases.js';
export { enoughToFit, isEnoughToFit, type LearningSample, type PurchaseSample, type SampleSize } from './purchases/enough-to-fit.js';
export { type FrequencyCell, type FrequencyHistogram, frequencyHistogram } from './purchases/frequency-histogram.js';
export { mbgCnbdK } from './purchases/mbg-cnbd-k.js';
export { mbgNbd } from './purchases/mbg-nbd.js';
export { nbd } from './purchases/nbd.js';
export { type HistoryColumns, noPurchaseProbabilities, probabilityOfLogOdds } from './purchases/no-purchase.js';
export { noPurchaseError, probabilityInterval } from './purchases/no-purchase-interval.js';
export { paretoNbd } from './purchases/pareto-nbd.js';
export { PurchaseGaps } from './purchases/purchase-gaps.js';
export type { PurchaseModel, PurchaseModelName } from './purchases/purchase-model.js';
export { purchaseModels } from './purchases/purchase-models.js';
export {
  daysPerUnit,
  type GapSums,
  groupHistories,
  historyInUnit,
  type PurchaseGroups,
  type PurchaseHistory,
  type PurchaseStatistics,
  purchaseStatistics,
  type TimeUnit,
} from './purchases/statistics.js';
export { type TypicalBuyer, typicalBuyer, typicalHistory } from './purchases/typical-buyer.js';
export { type ExpectedSpend, type GammaGammaFit, gammaGamma } from './spend/gamma-gamma.js';
export { type DailySpend, groupSpend, type RepeatSpend, repeatSpendUpTo, type SpendGroups } from './spend/spend-groups.js';
