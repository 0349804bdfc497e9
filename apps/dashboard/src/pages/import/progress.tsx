import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Run } from './use-import.js';

/** How far an import is. The engine answers when it has the whole file: until then no part of it is known. */
export function Progress({ run: { file, isTrial, report }, onStop }: { readonly run: Run; readonly onStop: () => void }): ReactNode {
  const say = useTranslations('import');
  const format = useFormatter();
  const isSent = report.source !== null;
  return (
    <section className="card" role="status">
      <p>{!isSent ? say('sending', { size: format.number(Math.ceil(file.size / 1024)) }) : isTrial ? say('checking') : say('importing')}</p>
      <progress aria-label={say('progress')} max={file.size} {...(isSent ? { value: report.bytes } : {})} />
      <p className="note">{say('soFar', { rows: report.rows, rejected: report.rejectedRows })}</p>
      <button type="button" onClick={onStop}>
        {say('stop')}
      </button>{' '}
      <span className="note">{isTrial ? say('stopTrial') : say('stopImport')}</span>
    </section>
  );
}
