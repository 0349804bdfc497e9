import { useTranslations } from 'use-intl';
import { type Reason, type ReasonFacts, reasonFacts, type Score } from './reason-facts.js';
import { en } from './texts.js';

type Feature = keyof typeof en.reasons;
type Scored = Pick<Score, 'facts' | 'about'>;

const isFeature = (code: string): code is Feature => code in en.reasons;

export interface ReasonSentence {
  readonly text: string;
  /** Of the text where it is not the reader's: a feature that this page does not know is told in the words of the engine. */
  readonly lang?: 'en';
}

/** The sentence of a reason, from its feature and what is known of the customer. */
export function useReasonSentence(): (reason: Reason, score: Scored) => ReasonSentence {
  const say = useTranslations('likelihood.reasons') as unknown as (key: string, facts?: Record<string, string | number>) => string;
  return (reason, score) => {
    if (!isFeature(reason.feature)) return { text: reason.text, lang: 'en' };
    const facts = reasonFacts(reason, score);
    return { text: facts === null ? say(`${reason.feature}.unknown`) : told(reason.feature, facts) };
  };

  function told(feature: Feature, { typical, gap, ...facts }: ReasonFacts): string {
    if (feature === 'recency-against-own-rhythm') return gap === null ? say(`${feature}.once`, facts) : say(`${feature}.told`, { ...facts, gap });
    const seen = say(`${feature}.told`, facts);
    return typical !== null && 'typically' in en.reasons[feature] ? `${seen}${say(`${feature}.typically`, { typical })}` : seen;
  }
}
