import { ProblemError } from '@tenure/client/browser';
import type { FormEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFieldName } from './use-field-name.js';
import type { Run } from './use-import.js';

export interface RefusalProps {
  readonly run: Run;
  readonly onMap: (map: Record<string, string>) => void;
  readonly again: () => void;
}

/** Why a file was not taken, and the way out of it. */
export function Refusal({ run, onMap, again }: RefusalProps): ReactNode {
  const say = useTranslations('import');
  const nameOf = useFieldName();
  const missing = missingFields(run.error);
  /** The same again would be refused again. */
  const isRefused = run.error instanceof ProblemError && !run.error.retryable;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const pairs = [...new FormData(event.currentTarget)].flatMap(([field, column]) =>
      typeof column === 'string' && column.trim() ? [[field, column.trim()]] : [],
    );
    if (pairs.length > 0) onMap(Object.fromEntries(pairs) as Record<string, string>);
  }

  return (
    <section className="card refusal" role="alert">
      <h2 className="answer">{run.isTrial || run.error instanceof ProblemError ? say('refusedTitle') : say('cutShortTitle')}</h2>
      <p lang={isEngineText(run) ? 'en' : undefined}>{sentence()}</p>
      {missing.length === 0 ? null : (
        <form onSubmit={submit} className="choices">
          {missing.map((field) => (
            <label key={field} className="choice">
              <span>{say('columnOf', { field: nameOf(field) })}</span>
              <input name={field} autoComplete="off" spellCheck={false} />
            </label>
          ))}
          <button type="submit" className="chosen">
            {say('tryAgain')}
          </button>
        </form>
      )}
      {isRefused ? null : (
        <button type="button" onClick={again}>
          {say('again')}
        </button>
      )}
      {run.isTrial ? null : <p className="note">{say('goesOn')}</p>}
    </section>
  );

  function sentence(): string {
    if (run.report.failure !== null) return run.report.failure;
    return run.error instanceof ProblemError ? run.error.message : say('brokenOff');
  }
}

const isEngineText = ({ error, report }: Run): boolean => report.failure !== null || error instanceof ProblemError;

/** Fields that are needed and for which no column was found. */
function missingFields(error: Error | null): string[] {
  if (!(error instanceof ProblemError)) return [];
  return error.errors.flatMap(({ pointer }) => /^\/map\.(.+)$/.exec(pointer)?.[1] ?? []);
}
