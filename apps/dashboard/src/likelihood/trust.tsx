import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeriodName } from '../figure/period-name.js';
import { usePercent } from './chance.js';
import { useDuration } from './duration.js';
import type { Score } from './reason-facts.js';
import { en } from './texts.js';
import './trust.css';

type Model = keyof typeof en.models;

/** Which model says so and why it was chosen, and how far it was held against what happened. */
export function Trust({ of: { model, outcomes } }: { readonly of: Pick<Score, 'model' | 'outcomes'> }): ReactNode {
  const say = useTranslations('likelihood');
  const nameOf = usePeriodName();
  const percent = usePercent();
  const duration = useDuration();
  const name = model.name in en.models ? say(`models.${model.name as Model}`) : model.name;
  return (
    <>
      <p>
        {say('model', { model: name, trainedTo: nameOf(model.trainedTo) })} {say(`chosen.${model.chosen.by}`)}
      </p>
      <p className="note" lang="en">
        {model.chosen.why}
      </p>
      {/* The hazard model learns from all outcomes, so that they check nothing: what it foretold beforehand is in the reason why it was chosen. */}
      {outcomes.checked ? (
        <p>
          {say(model.name === 'hazard' ? 'line' : 'checked', {
            customers: outcomes.customers,
            horizons: outcomes.horizons.map(duration).join(', '),
            at: nameOf(outcomes.at),
            baseRate: percent(outcomes.baseRate),
          })}
        </p>
      ) : (
        <>
          <p className="refused">{say('notChecked')}</p>
          <p className="note" lang="en">
            {outcomes.why}
          </p>
        </>
      )}
    </>
  );
}
