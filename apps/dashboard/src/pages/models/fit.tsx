import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

/** The parameters of a model, with what the data leave uncertain of them. */
export function Fit({ model, fit }: { readonly model: string; readonly fit: Schemas['ModelFit'] | null }): ReactNode {
  const say = useTranslations('models');
  const format = useFormatter();
  if (fit === null) return <section className="card">{say('notYet', { model })}</section>;
  const exact = (value: number): string => format.number(value, { maximumSignificantDigits: 5 });
  const parameters = Object.entries(fit.parameters as Readonly<Record<string, number>>);
  const errors = fit.standardErrors as Readonly<Record<string, number>> | null;
  return (
    <section className="card">
      <h2 className="answer">{say.rich('fitOf', { model, customers: fit.customers, trainedTo: fit.trainedTo, b: (text) => <b>{text}</b> })}</h2>
      {parameters.length === 0 ? (
        <p>{say('noParameters')}</p>
      ) : (
        <div className="scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{say('parameter')}</th>
                <th scope="col" className="number">
                  {say('value')}
                </th>
                <th scope="col" className="number">
                  {say('error')}
                </th>
              </tr>
            </thead>
            <tbody>
              {parameters.map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{exact(value)}</td>
                  <td className="number">{errors?.[name] === undefined ? '–' : `± ${exact(errors[name])}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="note">
        {fit.converged ? say('converged') : say('notConverged')} {fit.boundary === null ? null : <span lang="en">{fit.boundary}</span>}{' '}
        {fit.timeUnit === null ? null : say('unit', { unit: fit.timeUnit })}
      </p>
    </section>
  );
}
