export { type Dated, type Held, inForceOn } from './dated.js';
export { type CostScope, costOf, type TermName, termNames } from './term-events.js';
export { figuresWithTerms, termsKind } from './terms-kind.js';
export {
  foldTerms,
  type GrowingTerms,
  type StatedCost,
  type StatedMargin,
  type TermsInForce,
  type TermsRecord,
  termsInForce,
  termsRecord,
  termsStream,
} from './terms-record.js';
