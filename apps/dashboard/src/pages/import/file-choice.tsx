import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Choice } from '../../figure/choice.js';
import { type Kind, kinds } from './fields.js';

export interface FileChoiceProps {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly onFile: (file: File) => void;
  /** A file is chosen already. */
  readonly isSmall: boolean;
}

/** What the rows are about, and the file: dropped, or chosen with the browser's own button. */
export function FileChoice({ kind, onKind, onFile, isSmall }: FileChoiceProps): ReactNode {
  const say = useTranslations('import');
  const [isOver, setOver] = useState(false);
  const [empty, setEmpty] = useState<string | null>(null);

  function take(file: File | undefined): void {
    if (!file) return;
    setEmpty(file.size === 0 ? say('emptyFile', { name: file.name }) : null);
    if (file.size > 0) onFile(file);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <section
      className={`card drop${isOver ? ' over' : ''}${isSmall ? ' small' : ''}`}
      aria-label={say('file')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Choice label={say('kind')} value={kind} options={kinds.map((value) => ({ value, text: say(`kinds.${value}`) }))} onChange={onKind} />
      <label className="file">
        <span>{isSmall ? say('another') : say('drop')}</span> <span className="button">{say('choose')}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.ndjson,.jsonl,.xlsx,.gz"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file can be chosen again after it was corrected.
            event.currentTarget.value = '';
          }}
        />
      </label>
      {empty === null ? null : (
        <p className="refused" role="alert">
          {empty}
        </p>
      )}
      {isSmall ? null : <p className="note">{say('takes')}</p>}
    </section>
  );
}
