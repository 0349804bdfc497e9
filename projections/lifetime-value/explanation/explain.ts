import { type Explanation, sectionsOf } from '../../shared/explanation/explanation.js';
import type { Language } from '../../shared/explanation/language.js';
import { amountText } from '../../shared/money/amount-text.js';
import { readDuration } from '../../shared/query-parameters/duration.js';
import { totalCost } from '../past-costs.js';
import type { TermOrigin, TermOrigins } from '../term-origins.js';
import type { CustomerValue, NoValue } from '../valuer.js';
import { chinese } from './chinese.js';
import { english } from './english.js';
import { type NoValueCode, type SectionCode, sectionCodes, type Wording } from './wording.js';

export const wordings: Readonly<Record<Language, Wording>> = { en: english, zh: chinese };

/** What an explanation is made of; every text follows from it and the language. */
export interface ExplainedValue {
  /** The value, or what is known without one and why there is none. */
  readonly answer: CustomerValue | (NoValue & { readonly why: NoValueCode });
  /** Who decided the terms. */
  readonly terms: TermOrigins;
  /** The date of an objection in force; empty without one. */
  readonly objectedOn: string;
}

/** The document for the customer, or for whoever supervises the use of their data. */
export function explainValue(explained: ExplainedValue, language: Language): Explanation<SectionCode> {
  const { answer, objectedOn } = explained;
  const wording = wordings[language];
  const { customerId, about, currency } = answer;
  const texts: Partial<Record<SectionCode, readonly string[]>> = {
    computed: [wording.computed(horizonDaysOf(answer), about), wording.meaning, ...learntLater(answer, wording)],
    ...(isValue(answer)
      ? { result: [wording.result(amountText(answer.value))], ...valueTexts(answer, wording) }
      : { result: [wording.none[answer.why]({ about, objectedOn, currency })] }),
    ...expectedTexts(explained, wording),
    decision: wording.decision,
    rights: wording.rights,
  };
  return { title: wording.title(customerId), sections: sectionsOf(sectionCodes, wording.headings, texts) };
}

type Answer = ExplainedValue['answer'];

const isValue = (answer: Answer): answer is CustomerValue => answer.value !== null;

const horizonDaysOf = ({ horizon }: Answer): number | null => (horizon === 'infinite' ? null : readDuration(horizon));

/** A model learns from everything that was recorded when it was fitted, whatever day is asked about. */
function learntLater({ models, about }: Answer, wording: Wording): readonly string[] {
  const last = [models?.purchases, models && 'spend' in models ? models.spend : undefined]
    .map((model) => model?.trainedTo ?? '')
    .sort()
    .at(-1)!;
  return last > about ? [wording.learntLater(last)] : [];
}

/** The sections that need a value. */
function valueTexts(answer: CustomerValue, wording: Wording): Partial<Record<SectionCode, readonly string[]>> {
  const { parts, interval, models } = answer;
  return {
    parts: [
      wording.ifActive(amountText(parts.futureIfActive)),
      wording.lost(amountText(parts.lostToLeaving)),
      wording.future(amountText(parts.future)),
      ...pastTexts(parts, wording),
      wording.whole(amountText(parts.whole)),
      wording.addUp,
    ],
    interval: interval === null ? [wording.noInterval] : [wording.interval(amountText(interval.low), amountText(interval.high)), wording.intervalOf],
    changes: wording.changes(models.purchases.nobodyLeaves === null),
  };
}

function pastTexts({ earned, costs, past }: CustomerValue['parts'], wording: Wording): readonly string[] {
  if (costs.length === 0) return [wording.past(amountText(past))];
  return [wording.earned(amountText(earned)), wording.cost(amountText(totalCost(costs, past.currency))), wording.lessCosts(amountText(past))];
}

/** The sections that a model of purchases is enough for; none of them without one. */
function expectedTexts({ answer, terms }: ExplainedValue, wording: Wording): Partial<Record<SectionCode, readonly string[]>> {
  const { facts, expectedPurchases, probabilityAlive, ofInfinite = null, discountRate, currency, models } = answer;
  if (facts === undefined || expectedPurchases === undefined || probabilityAlive === undefined || models === undefined) return {};
  const paid = facts.totals.find((totals) => totals.currency === currency);
  const spend = isValue(answer) ? answer.models.spend : null;
  return {
    figures: [
      wording.facts(facts),
      ...(paid === undefined ? [] : [wording.paid(paid)]),
      wording.alive(probabilityAlive),
      isValue(answer) ? wording.expectedOf(answer.parts.purchasesIfActive, expectedPurchases) : wording.expected(expectedPurchases),
      ...(ofInfinite === null ? [] : [wording.ofInfinite(ofInfinite)]),
      ...(isValue(answer) ? spendTexts(answer, wording) : []),
    ],
    terms: [
      `${wording.horizon(horizonDaysOf(answer))} ${originText(terms.horizon, wording)}`,
      `${wording.discount(discountRate)} ${originText(terms.discountRate, wording)}`,
      ...(isValue(answer) ? [marginText(answer, terms, wording)] : []),
    ],
    data: [wording.used],
    'not-used': [wording.neverUsed],
    model: [
      wording.purchaseModel(models.purchases),
      ...(models.purchases.nobodyLeaves === null ? [] : [wording.nobodyLeaves]),
      ...(spend === null ? [] : [wording.spendModel(spend), ...(spend.carriedBy === null ? [] : [wording.carriedBy])]),
    ],
  };
}

function originText({ given, from, position }: TermOrigin, { origin }: Wording): string {
  return given === 'stated' ? origin.stated(from!, position!) : origin[given];
}

function marginText({ margin, ownMargin }: CustomerValue, { margin: origin, productMargins }: TermOrigins, wording: Wording): string {
  if (ownMargin !== undefined) return wording.ownMargin(ownMargin, productMargins.length);
  return `${wording.margin(margin)} ${originText(origin, wording)}`;
}

const marginOf = ({ margin, ownMargin = margin }: CustomerValue): number => ownMargin;

function spendTexts(answer: CustomerValue, wording: Wording): readonly string[] {
  const { expectedSpend, expectedPurchases, value, outlier } = answer;
  const { amount, priorMean, ownMean, ownWeight } = expectedSpend;
  const own = ownMean === null ? null : amountText(ownMean);
  return [
    wording.spend(amountText(amount), amountText(priorMean), own, ownWeight),
    ...(outlier === undefined ? [] : [wording.outlier]),
    wording.product(expectedPurchases, amountText(amount), marginOf(answer), amountText(value)),
  ];
}
