export { AutomaticFits } from './automatic-fits.js';
export { type FitRequest, fitModel, type ModelFitted } from './fit-model.js';
export type { FitOutcome, ModelOutcome } from './fit-outcome.js';
export { MODEL_NAMES, type ModelName, SPEND_MODEL } from './model-names.js';
export { type Fitter, type ListedModel, ModelService, type WantedFit } from './model-service.js';
export type { PurchaseHistories } from './purchase-histories.js';
export { fitIsDue } from './refit-policy.js';
export type { ShownFit } from './shown-fit.js';
