import type { ModelPromoted, ModelRecord } from '@tenure/querying';
import { Describe, IsText } from '@tenure/shape';
import { declaredCommand, isRejection, type Rejection } from '@tenure/streams';
import { IsOptional } from 'class-validator';
import { fitAt } from './fit-at.js';

@Describe('Score figures with one fit of a model, whatever is fitted later, until another is promoted or this one is retired.')
export class PromoteModel {
  @IsText(40)
  @Describe('Which model.', 'mbg-nbd')
  model!: string;

  @IsText(64)
  @Describe('Position of the fit, as `GET /v1/models/{model}` answers it.', '0000000000000042')
  fit!: string;

  @IsOptional()
  @IsText(500)
  @Describe('Why, in clear: name nobody.', 'last Christmas distorts the fits of this year')
  reason?: string | null;
}

export const promoteModel = declaredCommand<ModelRecord, PromoteModel>({
  shape: PromoteModel,
  summary: 'Put one fit of a model into force',
  description:
    'Recorded as `ModelPromoted`. Figures are scored with that fit until another is promoted or it is retired; later fits change nothing. Per currency.',
  senders: ['analyst', 'operator'],
  refusedWith: 400,
  inOneForm({ model, fit, reason = null }, positions) {
    const position = positions.readPosition(fit);
    if (position === null) return { rejection: refusedFit('wrong-position', 'fit must be one position of this log, as a command or a read has answered it') };
    return { body: { model, fit: position, reason } };
  },
  decide(record, { model, fit: position, reason = null }) {
    const found = fitAt(model, record, position);
    if (isRejection(found)) return found;
    const { revision, fitted } = found;
    if (!fitted.converged) return refusedFit('not-converged', `The fit at ${position} did not converge: nothing can be scored with it.`);
    const data: ModelPromoted = { fit: revision, currency: fitted.currency, reason };
    return [{ type: 'ModelPromoted', data }];
  },
});

const refusedFit = (code: string, detail: string): Rejection => ({ code, detail, pointer: '/fit' });
