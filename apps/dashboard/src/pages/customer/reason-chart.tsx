import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { usePercent } from '../../likelihood/chance.js';
import { useReasonSentence } from '../../likelihood/reason-sentence.js';
import type { CustomerScore } from '../../likelihood/scored.js';
import { reasonBars } from './reason-bars.js';

export interface ReasonBarsProps {
  readonly score: CustomerScore;
  readonly base: NonNullable<CustomerScore['base']>;
}

/** From a typical customer to this one: a row for each reason, with its bar, and the sum below. The picture is a table at once. */
export function ReasonBars({ score, base }: ReasonBarsProps): ReactNode {
  const say = useTranslations('customer.why');
  const format = useFormatter();
  const percent = usePercent();
  const sentenceOf = useReasonSentence();
  const { zero, bars } = reasonBars(score.reasons);
  const signed = (logOdds: number): string =>
    format.number(logOdds, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }).replace('-', '−');
  return (
    <div className="scroll">
      <table className="list reasons">
        <thead>
          <tr>
            <th scope="col">{say('reason')}</th>
            <th scope="col" className="bar-column">
              {say('lowers')} ← → {say('raises')}
            </th>
            <th scope="col" className="number">
              {say('contribution')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td colSpan={2}>{say('base', { probability: percent(base.probability) })}</td>
            <td className="number">{signed(base.logOdds)}</td>
          </tr>
          {bars.map(({ reason, from, to }) => {
            const { text, lang } = sentenceOf(reason, score);
            return (
              <tr key={reason.feature}>
                <td lang={lang}>{text}</td>
                <td>
                  <svg viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
                    <line x1={zero * 200} x2={zero * 200} y1="0" y2="14" vectorEffect="non-scaling-stroke" />
                    <rect className={reason.contribution > 0 ? 'raises' : 'lowers'} x={from * 200} width={(to - from) * 200} y="2" height="10" />
                  </svg>
                </td>
                <td className="number">{signed(reason.contribution)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {say('sum', { logOdds: signed(score.logOdds), probability: percent(score.probability) })}
            </th>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
