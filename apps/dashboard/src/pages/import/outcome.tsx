import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useMoney } from '../../figure/use-money.js';
import type { ImportResult } from './report.js';
import type { Run } from './use-import.js';

export interface OutcomeProps {
  readonly run: Run;
  readonly result: ImportResult;
  readonly onImport: () => void;
  readonly onLeave: () => void;
}

/** What an import did, or would do: in figures, and then the deed. */
export function Outcome({ run: { isTrial, report, state }, result, onImport, onLeave }: OutcomeProps): ReactNode {
  const say = useTranslations('import');
  const format = useFormatter();
  const { exact } = useMoney();
  const { accepted, customers, duplicate, rejected, leftOut, read, amount, from, to, timeZone, warnings, encoding } = result;
  const facts = { accepted, customers, read };
  const day = (text: string): string => format.dateTime(new Date(text), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <section className="card outcome" aria-live="polite">
      <h2 className="answer">
        {isTrial ? say.rich('would', { ...facts, b: (text) => <b>{text}</b> }) : say.rich('did', { ...facts, b: (text) => <b>{text}</b> })}
      </h2>
      <dl className="figures">
        <Fact name={say('duplicates')} value={format.number(duplicate)} note={say('duplicatesNote')} />
        <Fact name={say('rejected')} value={format.number(rejected)} note={rejected > 0 ? say('rejectedNote') : null} isBad={rejected > 0} />
        {leftOut > 0 ? <Fact name={say('leftOut')} value={format.number(leftOut)} note={result.leftOutReasons.map(({ reason }) => reason).join(', ')} /> : null}
        {amount.map((sum) => (
          <Fact key={sum.currency} name={say('amount')} value={exact(sum)} note={null} />
        ))}
        {from !== null && to !== null ? <Fact name={say('days')} value={`${day(from)} – ${day(to)}`} note={say('zone', { zone: timeZone })} /> : null}
        <Fact
          name={say('readAs')}
          value={report.source?.format === 'xlsx' ? say('workbook') : (report.source?.format ?? '').toUpperCase()}
          note={report.source?.preset ?? encoding}
        />
      </dl>
      {warnings.map(({ code, message }) => (
        <p key={code} className="caution" lang="en">
          {message}.
        </p>
      ))}
      {isTrial ? (
        <>
          <p className="deeds">
            <button type="button" className="chosen" onClick={onImport} disabled={accepted === 0}>
              {say('doImport', { accepted })}
            </button>
            <button type="button" onClick={onLeave}>
              {say('notNow')}
            </button>
          </p>
          <p className="note">{accepted === 0 ? say('nothingNew') : say('before')}</p>
        </>
      ) : (
        <p className="deeds">
          <Link to={state.kind === 'complaints' ? '/complaints' : '/retention'}>
            {state.kind === 'complaints' ? say('seeComplaints') : say('seeRetention')}
          </Link>
          <span className="note">{say('importId', { id: result.importId })}</span>
        </p>
      )}
    </section>
  );
}

function Fact({
  name,
  value,
  note,
  isBad = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly note: string | null;
  readonly isBad?: boolean;
}): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isBad ? 'refused' : undefined}>{value}</dd>
      {note === null ? null : <dd className="note">{note}</dd>}
    </div>
  );
}
