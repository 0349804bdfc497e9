import { Describe, IsCurrency, IsText } from '@tenure/shape';
import { declaredCommand, type Rejection } from '@tenure/streams';
import { IsIn, IsOptional } from 'class-validator';
import { DatedTerm } from './dated-term.js';
import { type TermName, type TermWithdrawn, termNames } from './term-events.js';
import { scopeOfMargin, type TermsInForce, type TermsRecord, termsInForce } from './terms-record.js';

@Describe('Withdraw a term from a day on: nothing is stated then, until another statement holds. To take one back entirely, withdraw it from its own day.')
export class WithdrawTerm extends DatedTerm {
  @IsIn(termNames)
  @Describe('Which term.', 'margin')
  term!: TermName;

  @IsOptional()
  @IsCurrency()
  @Describe('Of a margin: its currency.', 'USD')
  currency?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('Of a margin of one product: the product.', 'blue-lamp')
  product?: string | null;
}

export const withdrawTerm = declaredCommand<TermsRecord, WithdrawTerm>({
  shape: WithdrawTerm,
  summary: 'Withdraw a term from a day on',
  description: 'Recorded as `TermWithdrawn`. A statement from a later day still holds from its day on.',
  senders: ['analyst', 'operator'],
  inOneForm: ({ currency = null, product = null, ...rest }) => ({ body: { ...rest, currency, product } }),
  decide(record, { from, reason, term, currency = null, product = null }) {
    const data: TermWithdrawn = { from, term, currency, product, reason };
    return refusedScope(data) ?? notStated(data, termsInForce(record, from)) ?? [{ type: 'TermWithdrawn', data }];
  },
});

function refusedScope({ term, currency, product }: TermWithdrawn): Rejection | null {
  if (term === 'margin') {
    if (currency !== null) return null;
    return { code: 'currency-missing', detail: 'A margin is stated in a currency: give the currency.', pointer: '/currency' };
  }
  const field = currency !== null ? 'currency' : product !== null ? 'product' : null;
  return field && { code: 'not-of-this-term', detail: `The term ${term} has no ${field}: leave it out.`, pointer: `/${field}` };
}

function notStated({ term, from, currency, product }: TermWithdrawn, inForce: TermsInForce): Rejection | null {
  if (term === 'horizon' || term === 'discount-rate') {
    const held = term === 'horizon' ? inForce.horizon : inForce.discountRate;
    return held === null ? refusal(`No ${term} is stated for ${from}: there is nothing to withdraw.`, '/term') : null;
  }
  const scope = scopeOfMargin({ currency: currency!, product });
  const stated = inForce.margins.map(scopeOfMargin);
  if (stated.includes(scope)) return null;
  const hint = stated.length === 0 ? 'None is stated for that day.' : `Stated for that day: ${stated.join(', ')}.`;
  return refusal(`No margin of ${scope} is stated for ${from}. ${hint}`, product === null ? '/currency' : '/product');
}

const refusal = (detail: string, pointer: string): Rejection => ({ code: 'term-not-stated', detail, pointer });
