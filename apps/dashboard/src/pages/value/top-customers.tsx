import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { HeadRow } from '../../figure/head-row.js';
import { NotGiven } from '../../figure/not-given.js';
import { Trouble } from '../../figure/trouble.js';
import { useMoney } from '../../figure/use-money.js';
import { Waiting } from '../../figure/waiting.js';
import type { Concentration } from './concentration-curve.js';
import { termsQuery, type ValueState } from './state.js';

/** How few customers bring how much, with the way to each of these lists. */
export function TopCustomers({ state }: { readonly state: ValueState }): ReactNode {
  const say = useTranslations('value');
  const format = useFormatter();
  const request = { query: termsQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/lifetime-value/concentration', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return <Waiting />;
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const tenth = data.top.find(({ percent: at }) => at === 10);
  const half = data.makers.find(({ of }) => of === 0.5);
  return (
    <Figure
      answer={tenth ? say.rich('concentration', { b: (text) => <b>{text}</b>, percent: percent(0.1), share: percent(tenth.shareOfValue) }) : say('curve')}
      axis={
        data.notEnoughData !== undefined
          ? undefined
          : data.gini === null
            ? say('noGini')
            : say('gini', { gini: format.number(data.gini, { maximumFractionDigits: 2 }) })
      }
      definition="lifetime-value"
      name="concentration-of-value"
      asOf={data.asOf}
      timezone={null}
      updating={isPlaceholderData}
      links={<CsvLink path="/v1/lifetime-value/concentration" request={request} name="concentration-of-value" />}
    >
      <NotGiven why={data.notEnoughData} />
      {data.top.length > 0 ? (
        <div className="scroll">
          <Top top={data.top} state={state} />
        </div>
      ) : null}
      {half ? (
        <p className="note">
          {say('half', { share: percent(half.shareOfValue), customers: half.customers })}{' '}
          <Link to="." search={{ ...state, downTo: half.downTo, cursor: undefined }}>
            {say('see')}
          </Link>
        </p>
      ) : null}
    </Figure>
  );
}

function Top({ top, state }: { readonly top: Concentration['top']; readonly state: ValueState }): ReactNode {
  const say = useTranslations('value');
  const format = useFormatter();
  const { exact } = useMoney();
  return (
    <table className="rows">
      <HeadRow row={say('first')} numbers={[say('customers'), say('value'), say('share')]} />
      <tbody>
        {top.map(({ percent, customers, value, shareOfValue, downTo }) => (
          <tr key={percent}>
            <th scope="row">{format.number(percent / 100, { style: 'percent' })}</th>
            <td className="number">
              <Link to="." search={{ ...state, downTo, cursor: undefined }} title={say('see')}>
                {format.number(customers)}
              </Link>
            </td>
            <td className="number">{exact(value)}</td>
            <td className="number">{format.number(shareOfValue, { style: 'percent', maximumFractionDigits: 1 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
