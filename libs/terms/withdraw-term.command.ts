import { severities } from '@tenure/customer';
import { Describe, IsCurrency, IsText } from '@tenure/shape';
import { declaredCommand, type Rejection } from '@tenure/streams';
import { IsIn, IsOptional } from 'class-validator';
import { DatedTerm } from './dated-term.js';
import { type CostScope, type TermName, type TermWithdrawn, termNames } from './term-events.js';
import { type TermsInForce, type TermsRecord, termsInForce } from './terms-record.js';

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

  @IsOptional()
  @IsIn(severities)
  @Describe('Of the cost of complaints of one severity: the severity.', 'high')
  severity?: CostScope['severity'];
}

export const withdrawTerm = declaredCommand<TermsRecord, WithdrawTerm>({
  shape: WithdrawTerm,
  summary: 'Withdraw a term from a day on',
  description: 'Recorded as `TermWithdrawn`. A statement from a later day still holds from its day on.',
  senders: ['analyst', 'operator'],
  inOneForm: ({ currency = null, product = null, severity = null, ...rest }) => ({ body: { ...rest, currency, product, severity } }),
  decide(record, { from, reason, term, currency = null, product = null, severity = null }) {
    const scope = { currency, product, severity };
    const refused = refusedScope(term, scope) ?? refusedUnstated(term, scope, from, statedScopes(term, termsInForce(record, from)));
    if (refused !== null) return refused;
    const data: TermWithdrawn = { from, term, currency, product, ...(severity !== null && { severity }), reason };
    return [{ type: 'TermWithdrawn', data }];
  },
});

type Scope = Required<Pick<TermWithdrawn, 'currency' | 'product' | 'severity'>>;

/** The fields that a term is narrowed by. */
const narrowedBy: Readonly<Record<TermName, readonly (keyof Scope)[]>> = {
  margin: ['currency', 'product'],
  'discount-rate': [],
  horizon: [],
  'complaint-cost': ['severity'],
  'visit-cost': [],
  'acquisition-cost': [],
};

function refusedScope(term: TermName, scope: Scope): Rejection | null {
  const strange = (Object.keys(scope) as (keyof Scope)[]).find((field) => scope[field] !== null && !narrowedBy[term].includes(field));
  if (strange !== undefined) return { code: 'not-of-this-term', detail: `The term ${term} has no ${strange}: leave it out.`, pointer: `/${strange}` };
  if (term !== 'margin' || scope.currency !== null) return null;
  return { code: 'currency-missing', detail: 'A margin is stated in a currency: give the currency.', pointer: '/currency' };
}

const textOf = ({ currency, product, severity }: Partial<Scope>): string => [currency, product, severity].filter((part) => part).join(' ');

function statedScopes(term: TermName, { margins, discountRate, horizon, costs }: TermsInForce): string[] {
  if (term === 'margin') return margins.map(textOf);
  if (term === 'discount-rate') return discountRate === null ? [] : [''];
  if (term === 'horizon') return horizon === null ? [] : [''];
  return costs.filter(({ of }) => term === `${of}-cost`).map(textOf);
}

function refusedUnstated(term: TermName, scope: Scope, from: string, stated: readonly string[]): Rejection | null {
  const wanted = textOf(scope);
  if (stated.includes(wanted)) return null;
  const narrowest = narrowedBy[term].findLast((field) => scope[field] !== null) ?? 'term';
  const others = stated.map((text) => text || 'for all').join(', ');
  const hint = others === '' ? 'None is stated for that day.' : `Stated for that day: ${others}.`;
  return { code: 'term-not-stated', detail: `No ${term}${wanted && ` of ${wanted}`} is stated for ${from}. ${hint}`, pointer: `/${narrowest}` };
}
