import { described, integer, listOf, oneOf, orNull, record, text } from '@tenure/shape/schema';
import { modelFitsDefinition } from './definition.js';
import { fitStates } from './fit-state.js';

const { fields } = modelFitsDefinition;

/** `ModelFitList`. */
export const modelFitListSchema = described(
  record({
    items: listOf(
      record({
        model: text,
        currency: orNull(text),
        state: oneOf(fitStates),
        promotedAt: orNull(text),
        fittedAt: text,
        position: text,
        trainedTo: { ...text, format: 'date' },
        customers: integer,
      }),
    ),
    next: orNull(text),
  }),
  fields,
);

/** `ModelFitCounts`. */
export const modelFitCountsSchema = described(record({ cells: listOf(record({ model: text, state: oneOf(fitStates), fits: integer })) }), fields);
