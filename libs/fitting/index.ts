export { AutomaticFits } from './automatic-fits.js';
export { type FitRequest, fitModel, MODEL_NAMES, type ModelFitted, type ModelName } from './fit-model.js';
export type { FitOutcome } from './fit-outcome.js';
export { type Fitter, ModelService } from './model-service.js';
export type { CustomerPurchases, PurchaseHistories } from './purchase-histories.js';
export { ENOUGH, fitIsDue } from './refit-policy.js';
export { type SampleSize, sampleSize } from './sample-size.js';
