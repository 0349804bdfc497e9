import type { HazardEvaluation } from '@tenure/models';
import type { Query } from '@tenure/querying';
import { type Explanation, markdownOf } from '../../shared/explanation/explanation.js';
import type { Language } from '../../shared/explanation/language.js';
import { customerDocument, liveView } from '../../shared/reading/live-view.js';
import { isClosedOn } from '../../shared/scoring/dated-closings.js';
import { isNotEnough, type NotEnoughData } from '../../shared/scoring/not-enough-data.js';
import { objectedOn } from '../../shared/scoring/scoring-objection.js';
import { type ChurnAnswer, churnAnswers } from '../answers.js';
import { customerRecord } from '../customer-record.js';
import type { ChurnDocument } from '../projection.js';
import { type ChurnQuestion, churnQuestion, scorerOf } from '../scorer.js';
import { explanationSchema } from './answer-schema.js';
import { explain } from './explain.js';
import { ChurnExplanationParameters } from './parameters.js';
import { kindsOn } from './used-data.js';
import type { NoScoreCode, SectionCode } from './wording.js';

export interface CustomerExplanation extends Explanation<SectionCode> {
  readonly customerId: string;
  readonly language: Language;
  readonly probability: number | null;
  readonly horizon: string;
  readonly about: string;
  /** Why there is no probability: for a program, and as in the answer about the customer. */
  readonly code?: NoScoreCode;
  readonly notEnoughData?: string;
  readonly fitPending?: boolean;
  readonly markdown: string;
}

export const churnExplanationQuery: Query<ChurnExplanationParameters> = {
  name: 'customer-churn-explanation',
  path: 'churn-likelihood/:customerId/explanation',
  summary: 'How the likelihood of one customer was computed, as a document for the customer or a supervisory authority, in English or Chinese',
  params: ChurnExplanationParameters,
  answer: explanationSchema,
  access: 'figures',
  cost: 'lookup',

  async run(context, parameters): Promise<CustomerExplanation> {
    const { customerId, language = 'en' } = parameters;
    const question = await churnQuestion(context, await liveView(context.snapshot, 'churn-likelihood'), parameters);
    const document = JSON.parse((await customerDocument(context.snapshot, 'churn-likelihood', customerId)).body) as ChurnDocument;
    const answer = churnAnswers(question)(customerId, document);
    const { horizon, about, probability, override } = answer;
    const score = answer.probability === null ? whyNone(answer, document, question) : answer;
    const { purchaseFit, hazard, horizonDays } = question;
    // The hazard model counts days, whatever the unit of the model of purchases.
    const daysPerUnit = isNotEnough(purchaseFit) || hazard !== null ? 1 : purchaseFit.daysPerUnit;
    const record = customerRecord(document, question.about.dayOf);
    const explained = {
      customerId,
      horizonDays,
      about,
      score,
      override,
      daysPerUnit,
      objectedOn: objectedOn(document.n)?.slice(0, 10) ?? '',
      there: record === null ? [] : kindsOn(record, question.about.day),
      evaluation: evaluationIn(hazard),
    };
    const explanation = explain(explained, language);
    return {
      customerId,
      language,
      probability,
      horizon,
      about,
      ...(typeof score === 'string' && { code: score }),
      ...('notEnoughData' in answer && { notEnoughData: answer.notEnoughData, ...(answer.fitPending && { fitPending: true }) }),
      ...explanation,
      markdown: markdownOf(explanation),
    };
  },

  columns: () => ['section', 'heading', 'text'],
  rows: ({ sections }: CustomerExplanation) => sections.flatMap(({ code, heading, texts }) => texts.map((text) => ({ section: code, heading, text }))),
};

/** Of the tested horizon that counts most. */
function evaluationIn(hazard: ChurnQuestion['hazard']): HazardEvaluation | null {
  if (hazard === null || isNotEnough(hazard)) return null;
  return hazard.weighted.reduce((most, each) => (each[1] > most[1] ? each : most))[0].evaluation;
}

function whyNone({ code, needed, fitPending }: ChurnAnswer & Partial<NotEnoughData>, document: ChurnDocument, question: ChurnQuestion): NoScoreCode {
  if (code !== undefined) return code;
  if (fitPending) return 'fit-pending';
  if (needed !== undefined) return 'too-little-data';
  if (isNotEnough(scorerOf(question))) return 'no-model';
  const { about } = question;
  return isClosedOn(document.c, about.dayOf, about.day) ? 'closed' : 'no-purchase';
}
