import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Trouble } from '../../figure/trouble.js';
import { ColumnsTable } from './columns-table.js';
import { FileChoice } from './file-choice.js';
import './import.css';
import { Outcome } from './outcome.js';
import { Progress } from './progress.js';
import { ReadingOptions } from './reading-options.js';
import { Refusal } from './refusal.js';
import { RejectedRows } from './rejected-rows.js';
import { type ImportState, importState } from './state.js';
import { useImport } from './use-import.js';

/** A file is tried first: what would happen is shown in figures before anything is recorded. */
export function ImportPage(): ReactNode {
  const say = useTranslations('import');
  const state = importState(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const me = useAnswer('/v1/me');
  const { run, begin, end } = useImport();

  /** Another way to read the file is tried at once. */
  const read = (next: ImportState): void => {
    void navigate({ to: '.', search: next, replace: true });
    if (run !== null) begin(run.file, next, true);
  };

  if (me.error) return <Trouble error={me.error} again={me.refetch} />;
  if (!me.data) return null;
  const mayImport = me.data.roles.includes('integrator');
  return (
    <>
      <h1>{run === null ? say('title') : run.file.name}</h1>
      <p className="note">{say('what')}</p>
      {mayImport ? null : (
        <p className="card caution" role="alert">
          {say('noRole', { name: me.data.name })}
        </p>
      )}
      {mayImport ? <FileChoice kind={state.kind} onKind={(kind) => read({ kind })} onFile={(file) => begin(file, state, true)} isSmall={run !== null} /> : null}
      {run === null ? null : (
        <>
          {run.isRunning ? <Progress run={run} onStop={end} /> : null}
          {run.error || run.report.failure ? (
            <Refusal run={run} onMap={(map) => read({ ...state, map: { ...state.map, ...map } })} again={() => begin(run.file, run.state, run.isTrial)} />
          ) : null}
          {run.report.result === null ? null : (
            <Outcome run={run} result={run.report.result} onImport={() => begin(run.file, run.state, false)} onLeave={end} />
          )}
          {run.report.rejected.length === 0 ? null : <RejectedRows report={run.report} isRunning={run.isRunning} name={run.file.name} />}
          {run.isTrial ? (
            <div className="beside">
              {run.report.source === null ? null : <ColumnsTable source={run.report.source} state={state} onMap={(map) => read({ ...state, map })} />}
              <ReadingOptions state={state} onChange={read} />
            </div>
          ) : null}
        </>
      )}
    </>
  );
}
