import { logReaders } from '@tenure/access/role';
import { decidedKind } from '@tenure/streams';
import { stateCost } from './state-cost.command.js';
import { stateDiscountRate } from './state-discount-rate.command.js';
import { stateHorizon } from './state-horizon.command.js';
import { stateMargin } from './state-margin.command.js';
import { termEventSchemas } from './term-events.js';
import { foldTerms, TERMS_STREAMS } from './terms-record.js';
import { withdrawTerm } from './withdraw-term.command.js';

/** The figures that have terms. */
export const figuresWithTerms = ['lifetime-value'] as const;

/** Streams of terms: on what a figure in money is reckoned, who said so, from which day on, and why. */
export const termsKind = decidedKind({
  name: 'terms',
  plural: 'terms',
  prefix: TERMS_STREAMS,
  idField: 'figure',
  ids: figuresWithTerms,
  eventSchemas: termEventSchemas,
  readers: logReaders,
  fold: foldTerms,
  commands: [stateMargin, stateDiscountRate, stateHorizon, stateCost, withdrawTerm],
});
