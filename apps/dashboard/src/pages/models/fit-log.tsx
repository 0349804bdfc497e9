import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Trouble } from '../../figure/trouble.js';

const happenings = ['ModelFitted', 'ModelPromoted', 'ModelRetired', 'ModelBacktested'] as const;

/** Every fit, test, promotion and retirement of a model, the first one first, as the log has them. */
export function FitLog({ model }: { readonly model: string }): ReactNode {
  const say = useTranslations('models');
  const format = useFormatter();
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/streams/{kind}/{id}/events', { path: { kind: 'model', id: model } });
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data || isPlaceholderData) return null;
  return (
    <section className="card">
      <h2 className="answer">{say('log', { model, count: data.items.length })}</h2>
      <ol className="fits">
        {data.items.map(({ id, type, time, sequence, actor }) => (
          <li key={id}>
            {happeningOf(type)}{' '}
            <span className="note">
              {say('at', {
                moment: `${format.dateTime(new Date(time), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} UTC`,
                position: format.number(Number(sequence)),
                actor,
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );

  /** `tenure.system.ModelFitted.v1` in words; a type that is new here by its own name. */
  function happeningOf(type: string): string {
    const known = happenings.find((each) => type.includes(`.${each}.`));
    return known === undefined ? type : say(`happenings.${known}`);
  }
}
