export { type Assessment, areaUnderCurve, assess, type BrierParts, type CalibrationBin } from './assess.js';
export { bdw } from './bdw.js';
export { bgBb } from './bg-bb.js';
export { bgNbd } from './bg-nbd.js';
export { type CalibrationLine, calibrationLine } from './calibration-line.js';
export { type ChurnReason, churnReasons } from './churn-reasons.js';
export type { CohortSurvivors } from './cohort-survivors.js';
export { type Discounting, discountedExpectedPurchases } from './discounted-purchases.js';
export { enoughToFit, isEnoughToFit, type PurchaseSample, type SampleSize } from './enough-to-fit.js';
export type { Fit, FitOptions, Parameters } from './fit.js';
export { type FrequencyCell, type FrequencyHistogram, frequencyHistogram } from './frequency-histogram.js';
export { type ExpectedSpend, type GammaGammaFit, gammaGamma } from './gamma-gamma.js';
export { kaplanMeier, type ObservedTime, type SurvivalCurve, type SurvivalStep, survivalAt } from './kaplan-meier.js';
export { mbgNbd } from './mbg-nbd.js';
export { ModelError, type ModelErrorCode } from './model-error.js';
export { nbd } from './nbd.js';
export { type HistoryColumns, noPurchaseProbabilities, probabilityOfLogOdds } from './no-purchase.js';
export { noPurchaseError, probabilityInterval } from './no-purchase-interval.js';
export { groupOpportunities, type OpportunityGroups, type OpportunityHistory, opportunityHistory } from './opportunities.js';
export { calibrateOutcomes, type OutcomeCalibration } from './outcome-calibration.js';
export { paretoNbd } from './pareto-nbd.js';
export { type PurchaseDays, packPurchaseDays } from './purchase-days.js';
export type { PurchaseModel, PurchaseModelName } from './purchase-model.js';
export { purchaseModels } from './purchase-models.js';
export type { RetentionModel, RetentionModelName } from './retention-model.js';
export { sbg } from './sbg.js';
export { type DailySpend, groupSpend, type RepeatSpend, repeatSpendUpTo, type SpendGroups } from './spend-groups.js';
export {
  daysPerUnit,
  groupHistories,
  historyInUnit,
  type PurchaseGroups,
  type PurchaseHistory,
  type PurchaseStatistics,
  purchaseStatistics,
  type TimeUnit,
} from './statistics.js';
export { type TypicalBuyer, typicalBuyer, typicalHistory } from './typical-buyer.js';
export { wilsonInterval } from './wilson-interval.js';
