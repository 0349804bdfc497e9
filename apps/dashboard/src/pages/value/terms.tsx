import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Choice } from '../../figure/choice.js';
import { PercentField } from '../../figure/percent-field.js';
import { useDuration } from '../../likelihood/duration.js';
import { everybodyQuery, horizons, type ValueState } from './state.js';

/** On which terms values are computed. */
export function Terms({ state, onChange }: { readonly state: ValueState; readonly onChange: (changed: Partial<ValueState>) => void }): ReactNode {
  const say = useTranslations('value');
  const duration = useDuration();
  const { data } = useAnswer('/v1/lifetime-value', { query: everybodyQuery(state) });
  const shown = data?.currency ?? state.currency;
  const currencies = [...(shown == null ? [] : [shown]), ...(data?.otherCurrencies ?? []).map(({ currency }) => currency)];
  return (
    <div className="choices">
      <Choice
        label={say('horizon')}
        value={state.horizon ?? 'stated'}
        options={(['stated', ...horizons] as const).map((value) => ({ value, text: value === 'stated' ? say('stated') : duration(value) }))}
        onChange={(horizon) => onChange({ horizon: horizon === 'stated' ? undefined : horizon })}
      />
      <PercentField label={say('margin')} value={state.margin ?? data?.margin} onChange={(margin) => onChange({ margin })} />
      <PercentField label={say('discountRate')} value={state.discountRate ?? data?.discountRate} onChange={(discountRate) => onChange({ discountRate })} />
      {currencies.length > 1 ? (
        <Choice
          label={say('currency')}
          value={shown!}
          options={currencies.map((value) => ({ value, text: value }))}
          onChange={(currency) => onChange({ currency })}
        />
      ) : null}
    </div>
  );
}
