import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { saveFile } from '../../figure/save-file.js';
import { errorsFile, type Report } from './report.js';
import { useFieldName } from './use-field-name.js';

/** More are not read on a page; the file has them. */
const mostShown = 200;

/** Each row that was not taken: where it stands, what was found, why, and what to write instead. */
export function RejectedRows({ report, isRunning, name }: { readonly report: Report; readonly isRunning: boolean; readonly name: string }): ReactNode {
  const say = useTranslations('import');
  const nameOf = useFieldName();
  const { rejected, rejectedRows } = report;
  const shown = rejected.slice(0, mostShown);
  return (
    <section className="card">
      <h2 className="answer">{say('rejectedRows', { rows: rejectedRows })}</h2>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col" className="number">
                {say('line')}
              </th>
              <th scope="col">{say('field')}</th>
              <th scope="col">{say('why')}</th>
              <th scope="col">{say('found')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, field, reason, text }) => (
              <tr key={line}>
                <th scope="row" className="number">
                  {line}
                </th>
                <td>{field === null ? null : nameOf(field)}</td>
                <td lang="en">{reason}</td>
                <td className="as-found">
                  <code>{text}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="links">
        <button
          type="button"
          className="link"
          disabled={isRunning}
          onClick={() => saveFile(`${name}.errors.csv`, new Blob([errorsFile(report)], { type: 'text/csv' }))}
        >
          {say('saveRejected')}
        </button>
      </p>
      <p className="note">
        {rejectedRows > shown.length ? say('moreRejected', { shown: shown.length, kept: rejected.length, rows: rejectedRows }) : null} {say('correct')}
      </p>
    </section>
  );
}
