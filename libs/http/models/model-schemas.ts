import { optionalOfBacktest, optionalOfFit, recordedBacktest, recordedFit } from '@tenure/fitting';
import { orNull, record, type Schema, text } from '@tenure/shape/schema';
import { acceptedFields } from '../commands/accepted-fields.js';
import { refer } from '../openapi/refer.js';

const time: Schema = { ...text, format: 'date-time' };

/** `ShownFit`. */
export const fitSchema = record(
  {
    ...recordedFit,
    inForce: { type: 'boolean', description: 'Whether figures are scored with this fit.' },
    notInForce: { ...orNull(text), description: 'Why no figure is scored with this fit: not converged, or another one is in force. Null when it is in force.' },
    fittedAt: time,
    position: text,
  },
  optionalOfFit,
);

/** `ListedModel`. */
export const listedModelSchema = record({ model: text, currency: orNull(text), fitted: orNull(refer('ModelFit')) });

/** `ShownBacktest`. */
export const backtestSchema = record({ ...recordedBacktest, testedAt: time, position: text }, optionalOfBacktest);

export const acceptedModelCommandSchema = record(acceptedFields('model'));

export const acceptedBacktestSchema = record({ ...acceptedFields('model'), backtest: refer('ModelBacktest') });
