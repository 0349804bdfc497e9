import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export interface PagesOfListProps {
  /** Of the page that is shown; none on the first. */
  readonly cursor: string | undefined;
  /** The `next` of the answer. */
  readonly next: string | null;
  readonly onCursor: (cursor: string | undefined) => void;
}

/** On to the next page of a list, and to its beginning; the browser's own button leads a page back. */
export function PagesOfList({ cursor, next, onCursor }: PagesOfListProps): ReactNode {
  const say = useTranslations('figure');
  if (cursor === undefined && next === null) return null;
  return (
    <p className="choices">
      <button type="button" disabled={cursor === undefined} onClick={() => onCursor(undefined)}>
        {say('firstPage')}
      </button>
      <button type="button" disabled={next === null} onClick={() => next !== null && onCursor(next)}>
        {say('nextPage')}
      </button>
    </p>
  );
}
