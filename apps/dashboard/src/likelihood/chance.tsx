import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Score } from './reason-facts.js';
import './chance.css';

const width = 100;

/** A likelihood as a bar from zero, its 95 % interval as a whisker, and the figure beside it. */
export function Chance({ of: { probability, low, high } }: { readonly of: Pick<Score, 'probability' | 'low' | 'high'> }): ReactNode {
  const say = useTranslations('likelihood');
  const percent = usePercent();
  const sentence =
    low === null || high === null
      ? say('chanceAlone', { probability: percent(probability) })
      : say('chance', { probability: percent(probability), low: percent(low), high: percent(high) });
  return (
    <span className="chance" title={sentence}>
      <b>{percent(probability)}</b>
      <svg viewBox={`0 0 ${width} 12`} role="img" aria-label={sentence} preserveAspectRatio="none">
        <rect className="whole" width={width} height="8" y="2" rx="2" />
        <rect className="share" width={probability * width} height="8" y="2" rx="2" />
        {low === null || high === null ? null : (
          <path className="whisker" d={`M${low * width} 6H${high * width}M${low * width} 3v6M${high * width} 3v6`} vectorEffect="non-scaling-stroke" />
        )}
      </svg>
    </span>
  );
}

/** Whole per cents; one digit more near 0 and 100, where whole ones would say never or always. */
export function usePercent(): (probability: number) => string {
  const format = useFormatter();
  return (probability) => {
    const digits = probability > 0.99 || probability < 0.01 ? 1 : 0;
    const shown = format.number(Math.min(0.999, Math.max(0.001, probability)), { style: 'percent', maximumFractionDigits: digits });
    return probability > 0.999 ? `> ${shown}` : probability < 0.001 ? `< ${shown}` : shown;
  };
}
