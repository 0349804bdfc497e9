import { Link, useSearch } from '@tanstack/react-router';
import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Trouble } from '../../figure/trouble.js';
import { closestOf } from './closest.js';
import { Fit } from './fit.js';
import { FitLog } from './fit-log.js';
import './models.css';
import { modelsState } from './state.js';

/** What the likelihoods and values rest on: which models are fitted, how well, and which are in force. */
export function ModelsPage(): ReactNode {
  const say = useTranslations('models');
  const state = modelsState(useSearch({ strict: false }) as Record<string, unknown>);
  const { data, error, refetch } = useAnswer('/v1/models');
  const chosen = data?.items.find(({ model }) => model === state.model) ?? data?.items[0];
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="note">{say('what')}</p>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data ? <Listed items={data.items} chosen={chosen?.model ?? ''} /> : null}
      {chosen ? (
        <div className="beside">
          <Fit model={chosen.model} fit={chosen.fitted} />
          {chosen.fitted === null ? null : <FitLog model={chosen.model} />}
        </div>
      ) : null}
    </>
  );
}

function Listed({ items, chosen }: { readonly items: readonly Schemas['ListedModel'][]; readonly chosen: string }): ReactNode {
  const say = useTranslations('models');
  const format = useFormatter();
  const closest = closestOf(items);
  const number = (value: number | null | undefined): string => (typeof value === 'number' ? format.number(value, { maximumFractionDigits: 1 }) : '–');
  return (
    <section className="card">
      <h2 className="answer">
        {closest === null
          ? say('fitted', { count: items.filter(({ fitted }) => fitted !== null).length })
          : say.rich('closest', { ...closest, by: number(closest.by), b: (text) => <b>{text}</b> })}
      </h2>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('model')}</th>
              <th scope="col">{say('standing')}</th>
              <th scope="col" className="number">
                {say('customers')}
              </th>
              <th scope="col" className="number">
                AIC
              </th>
              <th scope="col">{say('trainedTo')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ model, currency, fitted }) => (
              <tr key={`${model} ${currency}`}>
                <th scope="row">
                  <Link to="." search={{ model }} aria-current={model === chosen ? 'true' : undefined}>
                    {currency === null ? model : `${model} (${currency})`}
                  </Link>
                </th>
                <td>{fitted === null ? say('notFitted') : fitted.inForce ? say('inForce') : <span lang="en">{fitted.notInForce}</span>}</td>
                <td className="number">{number(fitted?.customers)}</td>
                <td className="number">{number(fitted?.aic)}</td>
                <td>{fitted?.trainedTo}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{say('aicNote')}</p>
    </section>
  );
}
