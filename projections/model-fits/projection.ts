import type { RecordedEvent } from '@tenure/event-log';
import { modelKind, whyUnusable } from '@tenure/fitting';
import type { Projection } from '@tenure/projecting';
import { type FittedModel, type ModelPromoted, type ModelRetired, ordinaryFit } from '@tenure/querying';
import { fitsIn } from './cells.js';
import type { ModelFitsDocument, StoredFit } from './document.js';
import { judgedFits } from './fit-state.js';

/**
 * Every fit of a model, and which of them are promoted. The events on a stream of a model are decisions, in the order in which they
 * were made; unlike facts about customers, none arrives late.
 */
export const modelFitsProjection: Projection<ModelFitsDocument> = {
  name: 'model-fits',
  version: 1,
  of: modelKind,
  reads: ['ModelFitted', 'ModelPromoted', 'ModelRetired'],
  initial: (model) => ({ model, fits: [], promoted: [] }),

  evolve(document, event) {
    if (event.type === 'ModelFitted') document.fits.splice(document.fits.length, 0, storedFit(event));
    else if (event.type === 'ModelPromoted') promote(document, event);
    else if (event.type === 'ModelRetired') retire(document, (event.data as ModelRetired).currency);
    return document;
  },

  contributions: (document) => judgedFits(document).map(({ state }) => [fitsIn.of(state, document.model), 1]),
};

function storedFit({ revision, position, recordedAt, data }: RecordedEvent): StoredFit {
  const fitted = { ...(data as FittedModel), fittedAt: new Date(recordedAt).toISOString(), position };
  const { currency, trainedTo, customers } = fitted;
  const isOrdinary = ordinaryFit({ fits: [{ revision, fitted }] }, currency) !== null;
  return {
    revision,
    position,
    fittedAt: recordedAt,
    currency,
    trainedTo,
    customers,
    ...(whyUnusable(fitted) !== null && { unusable: true }),
    ...(!isOrdinary && { tried: true }),
  };
}

function promote(document: ModelFitsDocument, { data, recordedAt }: RecordedEvent): void {
  const { fit, currency } = data as ModelPromoted;
  retire(document, currency);
  document.promoted.push({ currency, revision: fit, promotedAt: recordedAt });
}

function retire(document: ModelFitsDocument, currency: string | null): void {
  document.promoted = document.promoted.filter((each) => each.currency !== currency);
}
