import { type HazardEvaluation, type HazardFeature, hazardModelName } from '@tenure/models';
import { type Explanation, sectionsOf } from '../../shared/explanation/explanation.js';
import type { Language } from '../../shared/explanation/language.js';
import { readDuration } from '../../shared/query-parameters/duration.js';
import type { Override } from '../overrides.js';
import type { ChurnScore } from '../scorer.js';
import { chinese } from './chinese.js';
import { english } from './english.js';
import { usedData } from './used-data.js';
import { type DataKind, type NoScoreCode, type SectionCode, sectionCodes, type Wording } from './wording.js';

export const wordings: Readonly<Record<Language, Wording>> = { en: english, zh: chinese };

/** What an explanation is made of; every text follows from it and the language. */
export interface Explained {
  readonly customerId: string;
  readonly horizonDays: number;
  /** The day in question. */
  readonly about: string;
  /** The score, or why there is none. */
  readonly score: ChurnScore | NoScoreCode;
  /** The date of an objection in force; empty without one. */
  readonly objectedOn: string;
  readonly override: Override | null;
  /** Days in the unit in which the model counts ages. */
  readonly daysPerUnit: number;
  /** Kinds of data of which there are facts about the customer by that day. */
  readonly there: readonly DataKind[];
  /** How well the hazard model told outcomes; null where another model scores, or it was not compared. */
  readonly evaluation: HazardEvaluation | null;
}

/** The document for the customer, or for whoever supervises the use of their data. */
export function explain(explained: Explained, language: Language): Explanation<SectionCode> {
  const wording = wordings[language];
  const { customerId, horizonDays, about, score, override, objectedOn } = explained;
  const texts: Partial<Record<SectionCode, readonly string[]>> = {
    computed: [wording.computed(horizonDays, about), ...learntLater(explained, wording)],
    ...(typeof score === 'string' ? { result: [wording.none[score](about, objectedOn)] } : scoreTexts(explained, score, wording)),
    ...(override !== null && { override: [wording.override(override.probability, override.by, override.recordedOn, override.expiresOn)] }),
    decision: wording.decision,
    rights: wording.rights,
  };
  return { title: wording.title(customerId), sections: sectionsOf(sectionCodes, wording.headings, texts) };
}

/** A model learns from everything that was recorded when it was fitted, whatever day is asked about. */
const learntLater = ({ score, about }: Explained, wording: Wording): readonly string[] =>
  typeof score !== 'string' && score.model.trainedTo > about ? [wording.learntLater(score.model.trainedTo)] : [];

function scoreTexts(explained: Explained, score: ChurnScore, wording: Wording): Partial<Record<SectionCode, readonly string[]>> {
  const { horizonDays, daysPerUnit, there } = explained;
  const { probability, low, high, intervalOf, base, reasons, facts, model } = score;
  const { used, notUsed } = usedData(score, there);
  const named = (kinds: typeof used): string[] => kinds.map((kind) => wording.data[kind]);
  const inWords = (feature: HazardFeature, value: number | null): string =>
    wording.features[feature].value(feature === 'age' && value !== null ? value * daysPerUnit : value);
  return {
    result: [
      wording.result(probability, horizonDays),
      low === null || high === null || intervalOf === null ? wording.noInterval : wording.interval(low, high, intervalOf),
    ],
    reasons:
      base === null
        ? [wording.noReasons]
        : [
            wording.base(base.probability, base.customers),
            ...reasons.map(({ feature, value, typical, contribution }) =>
              wording.reason(wording.features[feature].name, inWords(feature, value), inWords(feature, typical), contribution),
            ),
          ],
    data: [wording.used(named(used)), wording.facts(facts)],
    'not-used': [...(notUsed.length === 0 ? [] : [wording.notUsed(named(notUsed))]), wording.neverUsed],
    model: [
      wording.model(model.name, wording.models[model.name as keyof Wording['models']], model.version, model.trainedTo, model.position),
      wording.chosen[model.chosen.by],
    ],
    checked: checkedTexts(explained, score, wording),
  };
}

/**
 * Outcomes of a model of purchases came after all that it was fitted on. Those of the hazard model are the newest that it learned from:
 * its check is how likelihoods learned a horizon earlier did.
 */
function checkedTexts({ evaluation }: Explained, { outcomes, uncalibrated, probability, model }: ChurnScore, wording: Wording): readonly string[] {
  if (!outcomes.checked) return [wording.notChecked];
  const { customers, at, baseRate } = outcomes;
  const horizons = outcomes.horizons.map(readDuration);
  if (model.name !== hazardModelName) return [wording.checked(customers, at, horizons, baseRate), wording.moved(uncalibrated, probability)];
  const compared = evaluation === null ? wording.notChecked : wording.compared(evaluation.customers, evaluation.hazard.logLoss, evaluation.purchases.logLoss);
  return [compared, wording.line(customers, at, horizons, baseRate), wording.movedByLine(uncalibrated, probability)];
}
