import type { MoneyTotal } from '@tenure/customer';
import type { Query } from '@tenure/querying';
import { type Explanation, markdownOf } from '../../shared/explanation/explanation.js';
import type { Language } from '../../shared/explanation/language.js';
import { objectedOn } from '../../shared/scoring/scoring-objection.js';
import { customerValue } from '../customer-query.js';
import type { ValueTerms } from '../question.js';
import type { WithTerms } from '../term-origins.js';
import type { CustomerValue } from '../valuer.js';
import { valueExplanationSchema } from './answer-schema.js';
import { explainValue } from './explain.js';
import { ValueExplanationParameters } from './parameters.js';
import { whyNone } from './why-none.js';
import type { NoValueCode, SectionCode } from './wording.js';

export interface CustomerValueExplanation extends Explanation<SectionCode>, ValueTerms, WithTerms {
  readonly customerId: string;
  readonly language: Language;
  readonly value: MoneyTotal | null;
  /** As in the answer about the customer; only with a value. */
  readonly parts?: CustomerValue['parts'];
  readonly ownMargin?: CustomerValue['ownMargin'];
  /** Why there is no value: for a program, and as in the answer about the customer. */
  readonly code?: NoValueCode;
  readonly notEnoughData?: string;
  readonly fitPending?: boolean;
  readonly markdown: string;
}

export const valueExplanationQuery: Query<ValueExplanationParameters> = {
  name: 'customer-value-explanation',
  path: 'lifetime-value/:customerId/explanation',
  summary: 'How the value of one customer was computed, as a document for the customer or a supervisory authority, in English or Chinese',
  params: ValueExplanationParameters,
  answer: valueExplanationSchema,
  access: 'figures',
  cost: 'lookup',

  async run(context, parameters): Promise<CustomerValueExplanation> {
    const { customerId, language = 'en' } = parameters;
    const { answer, document, question } = await customerValue(context, parameters);
    const explained = answer.value === null ? { ...answer, why: whyNone(answer, document, question) } : answer;
    const { horizon, discountRate, margin, about, currency, value } = answer;
    const explanation = explainValue({ answer: explained, terms: question.origins, objectedOn: objectedOn(document.n)?.slice(0, 10) ?? '' }, language);
    return {
      customerId,
      language,
      value,
      horizon,
      discountRate,
      margin,
      about,
      currency,
      terms: question.origins,
      ...(explained.value === null
        ? { code: explained.why, notEnoughData: explained.notEnoughData, ...(explained.fitPending && { fitPending: true }) }
        : { parts: explained.parts, ...(explained.ownMargin !== undefined && { ownMargin: explained.ownMargin }) }),
      ...explanation,
      markdown: markdownOf(explanation),
    };
  },

  columns: () => ['section', 'heading', 'text'],
  rows: ({ sections }: CustomerValueExplanation) => sections.flatMap(({ code, heading, texts }) => texts.map((text) => ({ section: code, heading, text }))),
};
