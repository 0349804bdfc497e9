import type { ModelRecord, ModelRetired } from '@tenure/querying';
import { Describe, IsCurrency, IsText } from '@tenure/shape';
import { declaredCommand } from '@tenure/streams';
import { IsOptional } from 'class-validator';

@Describe('Take a promotion back: figures are scored with the latest fit on everything again.')
export class RetireModel {
  @IsText(40)
  @Describe('Which model.', 'mbg-nbd')
  model!: string;

  @IsOptional()
  @IsCurrency()
  @Describe('Of a model of spend: in which currency.', 'EUR')
  currency?: string | null;

  @IsOptional()
  @IsText(500)
  @Describe('Why, in clear: name nobody.', 'predicts worse than the one before')
  reason?: string | null;
}

export const retireModel = declaredCommand<ModelRecord, RetireModel>({
  shape: RetireModel,
  summary: 'Take the promotion of a model back',
  description: 'Recorded as `ModelRetired`. In force is again the latest fit with no `until`, no `population` and the default unit.',
  senders: ['analyst', 'operator'],
  refusedWith: 400,
  inOneForm: ({ model, currency = null, reason = null }) => ({ body: { model, currency, reason } }),
  decide({ promoted }, { model, currency = null, reason = null }) {
    const data: ModelRetired = { currency, reason };
    if (promoted.has(currency)) return [{ type: 'ModelRetired', data }];
    const others = [...promoted.keys()].filter((each) => each !== null);
    const where = currency === null ? '' : ` in ${currency}`;
    const hint = others.length === 0 ? 'There is nothing to retire.' : `One is promoted in ${others.join(', ')}: give the currency.`;
    return { code: 'not-promoted', detail: `No fit of "${model}" is promoted${where}. ${hint}`, pointer: '/currency' };
  },
});
